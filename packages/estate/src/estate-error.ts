/**
 * Input that cannot be read as an estate.
 *
 * The message is meant for a person: it names the path, what was found, what is allowed and what to do.
 */
export class EstateError extends Error {
  /** What tells it from other errors, in a log as well. */
  override readonly name = 'EstateError';

  /**
   * An error about one path.
   *
   * @param path the path at fault, as the caller gave it or as it was found below that
   * @param problem what is wrong and what to do, without the path
   */
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path}: ${problem}`);
  }
}
