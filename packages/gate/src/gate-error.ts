/** The gate cannot judge: its policy is missing or does not fit, or an estate is beyond what it can hold. */
export class GateError extends Error {
  /** What tells it from other errors, in a log as well. */
  override readonly name = 'GateError';
}
