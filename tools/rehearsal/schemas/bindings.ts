import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shapeOfBinding } from './bindings-shape';
import { type Kind, type Schema, type Shape } from './shape';

/** What the manifest of a package of bindings says of the provider that they were generated from. */
interface BindingsManifest {
  readonly cdktf?: { readonly provider: { readonly version: string } };
}

/**
 * The schema of azurerm that a package of bindings tells.
 *
 * @param folder - the package's, with its package.json
 * @throws Error when the package does not say which version it binds.
 */
export function readBindings(folder: string): Schema {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as BindingsManifest;
  if (!manifest.cdktf) {
    throw new Error(`${folder}: package.json must tell the provider's version under cdktf.provider`);
  }
  const shapes = new Map<string, Shape | undefined>();
  return {
    version: manifest.cdktf.provider.version,
    find: (kind, type) => {
      const file = path.join(folder, 'lib', libraryOf(kind, type), 'index.d.ts');
      if (!shapes.has(file)) {
        shapes.set(file, existsSync(file) ? shapeOfBinding(readFileSync(file, 'utf8')) : undefined);
      }
      return shapes.get(file);
    },
  };
}

/** The folder of a type's bindings: `key-vault`, `data-azurerm-client-config`. */
function libraryOf(kind: Kind, type: string): string {
  if (kind === 'provider') {
    return 'provider';
  }
  return (kind === 'data' ? `data_${type}` : type.replace(/^azurerm_/, '')).replaceAll('_', '-');
}
