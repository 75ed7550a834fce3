import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the catalogues are: `src` and `dist` both lie directly below the package. */
const dataFolder = join(__dirname, '..', '..', 'data');

/**
 * Reads one of the package's catalogues when it is first asked for, and keeps it.
 *
 * @param name name of the file in the folder `data`
 */
export function catalogueFile(name: string): () => unknown {
  let content: unknown;
  return () => (content ??= JSON.parse(readFileSync(join(dataFolder, name), 'utf8')) as unknown);
}
