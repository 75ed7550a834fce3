import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the catalogues are: `src` and `dist` both lie directly below the package. */
const dataFolder = join(__dirname, '..', '..', 'data');

const contents = new Map<string, unknown>();

/**
 * Reads one of the package's catalogues when it is first asked for, and keeps it, however many ask.
 *
 * @param name name of the file in the folder `data`
 */
export function catalogueFile(name: string): () => unknown {
  return () => {
    if (!contents.has(name)) {
      contents.set(name, JSON.parse(readFileSync(join(dataFolder, name), 'utf8')));
    }
    return contents.get(name);
  };
}
