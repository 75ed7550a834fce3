import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * The declarations of a package of bindings that is not a dependency, some 30 MB, fetched once.
 *
 * @param spec - name and exact version: `@cdktn/provider-azurerm@16.1.0`
 * @param cache - folder that keeps such packages, made if it does not exist
 * @returns the package's folder, with its package.json and the `.d.ts` files of `lib`.
 * @throws Error when it cannot be had.
 */
export async function obtainBindings(spec: string, cache: string): Promise<string> {
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
  const options = { cwd: folder, env: process.env };
  const { stdout } = await execute('npm', ['pack', spec, '--json', '--loglevel=error'], options);
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  const archive = packed?.filename ?? '';
  await execute('tar', ['-xzf', archive, '--exclude=*.js', 'package/package.json', 'package/lib'], options);
}
