import { type ManagedDiskType } from '../catalogue/disks';
import { type MachineSize } from '../catalogue/machine-sizes';
import { type DiskPerformance } from '../catalogue/performance';
import { type MachineDemand } from '../workload';

/** One thing that a machine must have enough of. */
export interface Limit {
  /** What it is. */
  readonly name: 'vCPUs' | 'memory' | 'data disks' | 'IOPS' | 'throughput';
  /** Unit of its figures, empty for what is counted. */
  readonly unit: '' | 'GiB' | 'MB/s';
  /** How much is asked. */
  readonly demand: number;
  /** How much the machine has. */
  readonly limit: number;
}

/** Share of a limit that is used: above 1 it is exceeded. */
export function usedShare({ demand, limit }: Limit): number {
  return demand / limit;
}

/** What a machine passes on to and from disks of a type, uncached and without bursting; undefined where it is not known. */
export function diskLimits(size: MachineSize, diskType: ManagedDiskType): DiskPerformance | undefined {
  const v2 = diskType === 'PremiumV2_LRS' || diskType === 'UltraSSD_LRS';
  return (v2 ? size.uncachedV2 : undefined) ?? size.uncached;
}

/** What is asked of a machine and attached to it, as its limits; undefined where one of them is not known. */
export function limitsOf(
  size: MachineSize,
  { vcpus, memoryGib, iops, throughputMbps }: MachineDemand,
  dataDisks: number,
  diskType: ManagedDiskType,
): readonly Limit[] | undefined {
  const disks = diskLimits(size, diskType);
  if (!disks && (iops !== undefined || throughputMbps !== undefined)) {
    return undefined;
  }
  const limits: (Omit<Limit, 'demand'> & { readonly demand: number | undefined })[] = [
    { name: 'vCPUs', unit: '', demand: vcpus, limit: size.vcpus },
    { name: 'memory', unit: 'GiB', demand: memoryGib, limit: size.memoryGib },
    { name: 'data disks', unit: '', demand: dataDisks, limit: size.dataDisks },
    { name: 'IOPS', unit: '', demand: iops, limit: disks?.iops ?? 0 },
    { name: 'throughput', unit: 'MB/s', demand: throughputMbps, limit: disks?.throughputMbps ?? 0 },
  ];
  return limits.filter((limit): limit is Limit => limit.demand !== undefined);
}

/** Limits that are exceeded. */
export function exceeded(limits: readonly Limit[]): Limit[] {
  return limits.filter((limit) => usedShare(limit) > 1);
}

/** The limit that is used most: what binds first when the workload grows. */
export function tightest(limits: readonly Limit[]): Limit {
  return limits.reduce((one, other) => (usedShare(other) > usedShare(one) ? other : one));
}

/** A limit in words, such as `throughput 700 of 865 MB/s`. */
export function limitText({ name, unit, demand, limit }: Limit): string {
  return `${name} ${demand} of ${limit}${unit && ` ${unit}`}`;
}
