/** Where what takes minutes to make is kept, for every checkout of the user. */
export function cacheFolder(...parts: readonly string[]): string;
