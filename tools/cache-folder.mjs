import { homedir } from 'node:os';
import path from 'node:path';

/** Where what takes minutes to make is kept, for every checkout of the user. */
export function cacheFolder(...parts) {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'iris-azure', ...parts);
}
