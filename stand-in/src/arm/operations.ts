import { randomUUID } from 'node:crypto';
import { type ArmError } from './arm-error';
import { ResourceId } from './resource-id';

/** What an operation does to its resource. */
export type OperationKind = 'Creating' | 'Updating' | 'Deleting';

/** Work that a service goes on with after it has answered. */
export interface Operation {
  readonly id: string;
  readonly target: ResourceId;
  readonly kind: OperationKind;
  /** Why it will fail, if it will. */
  readonly failure?: ArmError;
}

/** Status of an operation, in the words of Azure's operations. */
export type OperationStatus = 'InProgress' | 'Succeeded' | 'Failed';

/** How often an operation answers that it is in progress. Real ones take seconds to an hour. */
const pollsInProgress = 1;

interface Running extends Operation {
  pollsLeft: number;
  readonly settle: () => void;
}

/** Operations that run and have run. Time passes by requests: each look at an operation, or at its resource, is a step. */
export class Operations {
  private readonly running = new Map<string, Running>();
  private readonly settled = new Map<string, Operation>();

  /** Starts an operation; what it comes to is done when it is settled. */
  public start(operation: Omit<Operation, 'id'>, settle: () => void): string {
    const id = randomUUID();
    this.running.set(id, { ...operation, id, settle, pollsLeft: pollsInProgress });
    return id;
  }

  /** One look at an operation. */
  public poll(id: string): { readonly operation: Operation; readonly status: OperationStatus } | undefined {
    const running = this.running.get(id);
    if (running && running.pollsLeft-- > 0) {
      return { operation: running, status: 'InProgress' };
    }
    if (running) {
      this.running.delete(id);
      this.settled.set(id, running);
      running.settle();
    }
    const settled = this.settled.get(id);
    return settled && { operation: settled, status: settled.failure ? 'Failed' : 'Succeeded' };
  }

  /** The operation that works on a resource, or on what it lies in. */
  public on(id: string): Operation | undefined {
    const resource = ResourceId.parse(id);
    return [...this.running.values()].find(({ target }) => target.holds(resource));
  }
}
