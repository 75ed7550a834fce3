import { basename, dirname, resolve } from 'node:path';

/** File names that tell nothing: the folder is then what tells one stack from another. */
const GENERIC: ReadonlySet<string> = new Set(['cdk', 'main', 'plan', 'tfplan']);

/**
 * A stack's name by its file: the base name without its extensions, or the folder's name for a file called `cdk`,
 * `main`, `plan` or `tfplan`.
 */
export function stackNameOf(file: string): string {
  const base = basename(file)
    .replace(/\.json$/, '')
    .replace(/\.(tf|plan|tfplan)$/, '');
  if (!GENERIC.has(base)) return base;
  return basename(dirname(resolve(file))) || base;
}
