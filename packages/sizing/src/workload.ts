import { Refusal } from '@iris-azure/foundation';

/** What is asked of a machine. */
export interface MachineDemand {
  /** vCPUs. InterSystems licenses by them. */
  readonly vcpus: number;
  /** Memory in GiB: shared memory, processes and operating system. */
  readonly memoryGib: number;
  /** Reads and writes of its disks in a second. @default nothing is asked */
  readonly iops?: number;
  /** Throughput of its disks in MB/s, 10^6 bytes. @default nothing is asked */
  readonly throughputMbps?: number;
}

/**
 * What a mirror's databases ask of a machine and its disks, at their peak. Measure it where the system runs today
 * (InterSystems' `^SystemPerformance`), or take it from the vendor's sizing.
 */
export interface Workload extends MachineDemand {
  /** Databases in GiB, with the growth that the disks are to hold. */
  readonly capacityGib: number;
  /** Reads and writes of the databases in a second. */
  readonly iops: number;
  /** Throughput of the databases in MB/s, 10^6 bytes. */
  readonly throughputMbps: number;
  /**
   * Journals in GiB: all that is kept until it is backed up and no mirror member needs it any more.
   *
   * @default a quarter of the databases
   */
  readonly journalGib?: number;
}

/**
 * Refuses a demand with a figure that is none.
 *
 * @throws Refusal when a figure is not above zero.
 */
export function assertDemand(demand: MachineDemand | Workload): void {
  for (const [field, value] of Object.entries(demand) as [string, unknown][]) {
    const optional = field === 'journalGib' || !('capacityGib' in demand);
    if (value === undefined && optional) {
      continue;
    }
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
      throw new Refusal(`workload.${field} must be a number above 0, got ${String(value)}; set ${field}`);
    }
  }
}
