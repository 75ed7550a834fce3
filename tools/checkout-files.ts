import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Files of a checkout, relative to its root: what git tracks, and what it would. */
export function checkoutFiles(root: string, ...patterns: readonly string[]): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const { stdout, status } = spawnSync('git', list, { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error('the checkout must be a git repository, so that its files are known');
  }
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '' && existsSync(path.join(root, file))).sort();
}
