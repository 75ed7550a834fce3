import { ArmError } from './arm/arm-error';

/**
 * What can go wrong with a request: Azure is busy, fails, the connection breaks, or the request is taken and the operation
 * that it starts fails.
 */
export const faultKinds = ['TooManyRequests', 'InternalServerError', 'ConnectionReset', 'OperationFailed'] as const;

/** One of {@link faultKinds}. */
export type FaultKind = (typeof faultKinds)[number];

/** A request, as far as faults tell requests apart. */
export interface FaultyRequest {
  readonly method: string;
  readonly host: string;
  /** Path without query. */
  readonly path: string;
}

/** Chooses what goes wrong with a request when it comes for the first time; nothing where all goes well. */
export type FaultPlan = (request: FaultyRequest) => FaultKind | undefined;

/** Makes requests fail, each once. */
export class Faults {
  private readonly seen = new Set<string>();
  private plan: FaultPlan = () => undefined;

  /** From now on, lets requests fail as a plan says. */
  public arm(plan: FaultPlan): void {
    this.plan = plan;
  }

  /** From now on, lets no request fail. */
  public disarm(): void {
    this.arm(() => undefined);
  }

  /** What goes wrong with a request, which after this is one that has come before. */
  public next(request: FaultyRequest): FaultKind | undefined {
    const key = `${request.method} ${request.host}${request.path}`.toLowerCase();
    const fault = this.seen.has(key) ? undefined : this.plan(request);
    if (fault) {
      this.seen.add(key);
    }
    return fault;
  }
}

/** The answers to requests that fail at once, without anything having been done. */
export const refusals: Readonly<Record<'TooManyRequests' | 'InternalServerError', () => ArmError>> = {
  TooManyRequests: () =>
    new ArmError(429, 'TooManyRequests', 'Number of requests exceeded the limit. Please try again after 0 seconds.', 0),
  InternalServerError: () =>
    new ArmError(500, 'InternalServerError', 'The server has encountered an internal error.', 0),
};

/** What an operation says that fails. */
export function operationFailure(): ArmError {
  return new ArmError(500, 'InternalExecutionError', 'An internal execution error occurred. Please retry later.');
}
