import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * The declarations of a package of bindings that is not a dependency, of some 30 MB, kept in the user's cache.
 *
 * @param spec - name and exact version: `@cdktn/provider-azurerm@16.1.0`
 * @returns the package's folder, with its package.json and the `.d.ts` files of `lib`.
 * @throws Error when it cannot be had.
 */
export async function obtainBindings(spec: string): Promise<string> {
  const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'iris-azure', 'bindings');
  const folder = path.join(cache, spec.replaceAll('/', '+'));
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(path.join(cache, 'draft-'));
    try {
      await unpackDeclarations(spec, draft);
      await rename(path.join(draft, 'package'), folder);
    } catch (error) {
      // Another run may have had it in the meantime.
      if (!existsSync(folder)) {
        const need = 'it takes npm, tar and a registry of packages';
        throw new Error(`${spec} cannot be had for comparison: ${need}; ${String(error)}`, { cause: error });
      }
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return folder;
}

const execute = promisify(execFile);

async function unpackDeclarations(spec: string, folder: string): Promise<void> {
  const { stdout } = await execute('npm', ['pack', spec, '--json', '--loglevel=error'], { cwd: folder });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  const archive = packed?.filename ?? '';
  await execute('tar', ['-xzf', archive, '--exclude=*.js', 'package/package.json', 'package/lib'], { cwd: folder });
}
