import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { regoFolder } from './paths';

/**
 * The digest of the sources as they are now, Rego and facts: SHA-256 over each path and content, sorted by path, tests
 * left out.
 *
 * Line ends are counted as line feeds, so that a checkout on Windows has the same digest.
 */
export function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const file of sources()) {
    const content = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    digest.update(`${relative(regoFolder, file).split(sep).join('/')}\0${content}\0`);
  }
  return digest.digest('hex');
}

function sources(): string[] {
  return readdirSync(regoFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => (path.endsWith('.rego') && !path.endsWith('_test.rego')) || basename(path) === 'data.json')
    .map((path) => join(regoFolder, path))
    .sort();
}
