import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledFolder } from './paths';

const committed = JSON.parse(readFileSync(join(compiledFolder, 'digest.json'), 'utf8')) as { sources: string };

/** The digest of the sources that the committed wasm was compiled from; differs from `sourceDigest()` when it is stale. */
export const compiledDigest: string = committed.sources;
