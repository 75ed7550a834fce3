/** The gate cannot judge: its policy is missing or does not fit, or an estate is beyond what it can hold. */
export class GateError extends Error {
  override readonly name = 'GateError';
}
