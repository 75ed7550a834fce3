/**
 * Does a piece of work that no other process does at the same time, waiting for one that does. The file says which
 * process works; one left behind by a process that has ended counts for nothing.
 */
export function oneAtATime<Result>(file: string, work: () => Promise<Result>): Promise<Result>;
