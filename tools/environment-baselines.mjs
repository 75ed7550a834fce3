import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * Options of iris-gate that give the stacks of each environment the baseline that its file names.
 *
 * @param {string} folder the environment files
 * @returns {string[]}
 */
export function environmentBaselines(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [path.basename(file, '.yaml'), parse(readFileSync(path.join(folder, file), 'utf8'))?.baseline])
    .filter(([, baseline]) => typeof baseline === 'string')
    .flatMap(([environment, baseline]) => ['--baseline', `${environment}-*=${baseline}`]);
}
