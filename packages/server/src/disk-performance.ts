import { type DataDiskSpec, type DiskType } from './data-disk';

/** What a disk does at most in a second, without bursting. */
export interface DiskPerformance {
  /** Reads and writes. */
  readonly iops: number;
  /** Throughput in MB/s. */
  readonly throughputMbps: number;
}

/**
 * Premium SSD by the largest size in GiB of each tier, P1 to P80. A disk is billed, and performs, as the next tier that holds it.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssd-size
 */
const premiumTiers: readonly (readonly [sizeGib: number, performance: DiskPerformance])[] = [
  [16, { iops: 120, throughputMbps: 25 }],
  [32, { iops: 120, throughputMbps: 25 }],
  [64, { iops: 240, throughputMbps: 50 }],
  [128, { iops: 500, throughputMbps: 100 }],
  [256, { iops: 1100, throughputMbps: 125 }],
  [512, { iops: 2300, throughputMbps: 150 }],
  [1024, { iops: 5000, throughputMbps: 200 }],
  [2048, { iops: 7500, throughputMbps: 250 }],
  [4096, { iops: 7500, throughputMbps: 250 }],
  [8192, { iops: 16_000, throughputMbps: 500 }],
  [16_384, { iops: 18_000, throughputMbps: 750 }],
  [32_767, { iops: 20_000, throughputMbps: 900 }],
];

/** What Premium SSD v2 does when nothing is asked for. */
const premiumV2Baseline: DiskPerformance = { iops: 3000, throughputMbps: 125 };

/**
 * What a data disk does at most in a second, by its type and size.
 *
 * @returns undefined for Standard SSD, of which nothing is promised.
 */
export function diskPerformance(
  disk: Pick<DataDiskSpec, 'sizeGib' | 'iops' | 'throughputMbps'>,
  diskType: DiskType,
): DiskPerformance | undefined {
  switch (diskType) {
    case 'Premium_LRS':
      return premiumTiers.find(([sizeGib]) => disk.sizeGib <= sizeGib)?.[1];
    case 'PremiumV2_LRS':
      return {
        iops: disk.iops ?? premiumV2Baseline.iops,
        throughputMbps: disk.throughputMbps ?? premiumV2Baseline.throughputMbps,
      };
    case 'StandardSSD_LRS':
      return undefined;
  }
}
