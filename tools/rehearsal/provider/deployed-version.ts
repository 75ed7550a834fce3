import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface BindingsManifest {
  readonly cdktf: { readonly provider: { readonly version: string } };
}

/** Version of azurerm that a deployment uses: the one that the bindings have been made from. */
export const deployedVersion = (
  JSON.parse(
    readFileSync(createRequire(__filename).resolve('@cdktf/provider-azurerm/package.json'), 'utf8'),
  ) as BindingsManifest
).cdktf.provider.version;
