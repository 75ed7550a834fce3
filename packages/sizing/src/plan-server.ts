import { Refusal } from '@iris-azure/foundation';
import { assessMachine, chooseMachine, type MachineOptions } from './machine/choose-machine';
import { type MachineDemand } from './workload';

/** What a server without databases is to be: a size, or what it carries. */
export interface ServerSizing {
  /** Size. @default the one that carries the workload */
  readonly size?: string;
  /** vCPUs and memory that it needs, which decide on the size, and which a given size must have. @default none is stated */
  readonly workload?: Pick<MachineDemand, 'vcpus' | 'memoryGib'>;
}

/**
 * Decides on the size of a server without databases.
 *
 * @throws Refusal when neither size nor workload is given, when the size is too small, or when no size is large enough.
 */
export function planServer({ size, workload }: ServerSizing, options: Omit<MachineOptions, 'dataDisks'>): string {
  if (workload) {
    return size === undefined
      ? chooseMachine(workload, options).size.name
      : assessMachine(size, workload, options).size.name;
  }
  if (size === undefined) {
    throw new Refusal('a server must have a size, or a workload that decides on it; set size');
  }
  return size;
}
