/**
 * Does a piece of work while saying so on standard error: with a moving sign and the seconds at a terminal, in one line
 * before and one after it elsewhere. The work may tell how far it has come, which is shown at once at a terminal and every
 * ten seconds elsewhere.
 */
export function withProgress<Result>(
  label: string,
  work: (tell: (detail: string) => void) => Result | Promise<Result>,
  stream?: NodeJS.WriteStream,
): Promise<Result>;
