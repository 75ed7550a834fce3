import { diskPerformance, type ManagedDiskType, type SizedDisk } from '../catalogue/disks';
import { findMachineSize, type MachineSize } from '../catalogue/machine-sizes';
import { type DiskPerformance, together } from '../catalogue/performance';
import { diskLimits } from './limits';

/** What bounds the reads and writes of a machine, and where. */
export interface Bottleneck {
  /** What its disks do together. */
  readonly disks: DiskPerformance;
  /** What its size passes on. */
  readonly machine: DiskPerformance;
  /** What is left of both: the lesser figures. */
  readonly effective: DiskPerformance;
  /** Which of them bounds IOPS. */
  readonly iopsBoundBy: 'disks' | 'machine';
  /** Which of them bounds throughput. */
  readonly throughputBoundBy: 'disks' | 'machine';
}

/**
 * Tells what bounds a machine with disks: what they do together, or what its size passes on.
 *
 * @returns undefined where the size or the disks promise no figures
 * @seed S4
 */
export function explainBottleneck(
  size: MachineSize | string,
  disks: readonly SizedDisk[],
  diskType: ManagedDiskType = 'Premium_LRS',
): Bottleneck | undefined {
  const found = typeof size === 'string' ? findMachineSize(size) : size;
  const machine = found && diskLimits(found, diskType);
  const performances = disks.flatMap((disk) => diskPerformance(diskType, disk) ?? []);
  return machine && performances.length === disks.length ? bottleneck(together(performances), machine) : undefined;
}

/** The lesser of what disks do and what a machine passes on. */
export function bottleneck(disks: DiskPerformance, machine: DiskPerformance): Bottleneck {
  return {
    disks,
    machine,
    effective: {
      iops: Math.min(disks.iops, machine.iops),
      throughputMbps: Math.min(disks.throughputMbps, machine.throughputMbps),
    },
    iopsBoundBy: disks.iops <= machine.iops ? 'disks' : 'machine',
    throughputBoundBy: disks.throughputMbps <= machine.throughputMbps ? 'disks' : 'machine',
  };
}
