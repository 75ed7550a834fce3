/**
 * Does a piece of work while saying so on standard error: with a moving sign and the seconds at a terminal, in one line
 * before and one after it elsewhere.
 */
export function withProgress<Result>(
  label: string,
  work: () => Result | Promise<Result>,
  stream?: NodeJS.WriteStream,
): Promise<Result>;
