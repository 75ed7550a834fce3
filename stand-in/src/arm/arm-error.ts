/** What a service refuses, as it refuses it: status, Azure's error code, and a message. */
export class ArmError extends Error {
  /** Name of the class, for those who print an error. */
  public override readonly name: string = 'ArmError';

  public constructor(
    /** HTTP status of the answer. */
    public readonly status: number,
    /** Azure's own code, as in `ResourceNotFound`. */
    public readonly code: string,
    message: string,
    /** Seconds after which to try again, for the answer's Retry-After. */
    public readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** Body of the answer. */
  public get body(): { readonly error: { readonly code: string; readonly message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}

/** A request that is wrong in itself: 400. */
export function badRequest(code: string, message: string): ArmError {
  return new ArmError(400, code, message);
}

/** A request that the present state does not allow: 409. */
export function conflict(code: string, message: string): ArmError {
  return new ArmError(409, code, message);
}

/** A request for what is not there: 404. */
export function notFound(code: string, message: string): ArmError {
  return new ArmError(404, code, message);
}
