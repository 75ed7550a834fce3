import { ArmError } from '../arm/arm-error';

/** What a vault refuses: beside the code of the status, the reason within. */
export class VaultError extends ArmError {
  public constructor(
    status: number,
    code: string,
    message: string,
    /** Code of the reason, as in `ForbiddenByRbac`. */
    private readonly reason?: string,
  ) {
    super(status, code, message);
  }

  /** Body of the answer. */
  public override get body() {
    const { error } = super.body;
    return { error: { ...error, ...(this.reason !== undefined && { innererror: { code: this.reason } }) } };
  }
}
