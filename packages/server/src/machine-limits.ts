import { type DiskPerformance } from './disk-performance';

/** What a machine of a size passes on, however many and fast its disks are: uncached, without bursting. */
export interface MachineLimits extends DiskPerformance {
  /** Number of data disks. */
  readonly dataDisks: number;
}

/**
 * Machines whose limits are known: the series that mirror members are made of here, as of August 2024.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/memory-optimized/edsv5-series
 */
const limits: Readonly<Record<string, MachineLimits>> = {
  Standard_E2ds_v5: { dataDisks: 4, iops: 3750, throughputMbps: 85 },
  Standard_E4ds_v5: { dataDisks: 8, iops: 6400, throughputMbps: 145 },
  Standard_E8ds_v5: { dataDisks: 16, iops: 12_800, throughputMbps: 290 },
  Standard_E16ds_v5: { dataDisks: 32, iops: 25_600, throughputMbps: 600 },
  Standard_E20ds_v5: { dataDisks: 32, iops: 32_000, throughputMbps: 750 },
  Standard_E32ds_v5: { dataDisks: 32, iops: 51_200, throughputMbps: 865 },
  Standard_E48ds_v5: { dataDisks: 32, iops: 76_800, throughputMbps: 1315 },
  Standard_E64ds_v5: { dataDisks: 32, iops: 80_000, throughputMbps: 1735 },
  Standard_E96ds_v5: { dataDisks: 32, iops: 80_000, throughputMbps: 2600 },
};

/** Limits of a size. @returns undefined where they are not known here. */
export function machineLimits(size: string): MachineLimits | undefined {
  return Object.hasOwn(limits, size) ? limits[size] : undefined;
}

/**
 * What a machine gets of disks that are striped: the sum of what they do, or what its own size passes on, whichever is less.
 *
 * @returns undefined where the limits of the size are not known here.
 * @seed S4
 */
export function passedOn(size: string, disks: readonly DiskPerformance[]): DiskPerformance | undefined {
  const machine = machineLimits(size);
  const sum = (of: keyof DiskPerformance) => disks.reduce((total, disk) => total + disk[of], 0);
  return (
    machine && {
      iops: Math.min(machine.iops, sum('iops')),
      throughputMbps: Math.min(machine.throughputMbps, sum('throughputMbps')),
    }
  );
}
