import { catalogueFile } from './data-file';
import { type DiskPerformance } from './performance';

/** Types of managed disk, by Azure's names. */
export type ManagedDiskType = 'Premium_LRS' | 'PremiumV2_LRS' | 'StandardSSD_LRS' | 'Standard_LRS' | 'UltraSSD_LRS';

/**
 * Type of a server's data disks: Premium SSD, Premium SSD v2 (zones alone, no host caching, IOPS and throughput of its own),
 * or, for what is no production, Standard SSD.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-types
 */
export type DiskType = Extract<ManagedDiskType, 'Premium_LRS' | 'PremiumV2_LRS' | 'StandardSSD_LRS'>;

/** A tier of disks that are billed, and perform, by their size. */
export interface DiskTier extends DiskPerformance {
  /** Name, for example `P30`. */
  readonly name: string;
  /** Largest size in GiB. A smaller disk is billed, and performs, as the next tier that holds it. */
  readonly sizeGib: number;
  /** What it does for up to 30 minutes, where it bursts. */
  readonly burst?: DiskPerformance;
}

/** Limits of a type of disk whose IOPS and throughput are asked for. */
export interface ProvisionedLimits {
  /** Sizes in GiB. */
  readonly sizeGib: { readonly least: number; readonly most: number };
  /** IOPS: what every disk has, what none exceeds, and how many each GiB allows. */
  readonly iops: { readonly least: number; readonly most: number; readonly perGib: number };
  /** Throughput in MB/s: what every disk has, what none exceeds, and how much each of its IOPS allows. */
  readonly throughputMbps: { readonly least: number; readonly most: number; readonly perIops: number };
}

/** Types of disk that perform by their size. */
export type TieredDiskType = 'Premium_LRS' | 'StandardSSD_LRS' | 'Standard_LRS';

/** The file `disks.json`. */
export interface DisksData {
  /** Day on which the pages were read. */
  readonly readOn: string;
  /** Pages on which they were found, by type. */
  readonly sources: Readonly<Record<string, { readonly source: string; readonly pageDate: string }>>;
  /** Tiers by type, the smallest first. Standard disks do no more than their figures, and may do less. */
  readonly tiers: Readonly<Record<TieredDiskType, readonly DiskTier[]>>;
  /** Limits of the types whose performance is asked for. */
  readonly provisioned: Readonly<Record<'PremiumV2_LRS' | 'UltraSSD_LRS', ProvisionedLimits>>;
}

const disksData = catalogueFile('disks.json') as () => DisksData;

/** Largest disk that the host can cache, in GiB. @see https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance */
export const maxCachedGib = 4095;

/** Tiers of a type of disk, the smallest first. */
export function diskTiers(type: TieredDiskType): readonly DiskTier[] {
  return disksData().tiers[type];
}

/** Limits of a type of disk whose performance is asked for. */
export function provisionedLimits(type: 'PremiumV2_LRS' | 'UltraSSD_LRS'): ProvisionedLimits {
  return disksData().provisioned[type];
}

/** A disk as far as its performance depends on it. */
export interface SizedDisk {
  /** Size in GiB. */
  readonly sizeGib: number;
  /** IOPS that are asked for. @default what every disk of the type has */
  readonly iops?: number;
  /** Throughput in MB/s that is asked for. @default what every disk of the type has */
  readonly throughputMbps?: number;
}

/** What can be asked of one figure. */
export interface FigureRange {
  /** The least. */
  readonly least: number;
  /** The most. */
  readonly most: number;
}

/** What can be asked of a disk: IOPS by its size, throughput in MB/s by the IOPS that are asked of it. */
export function performanceRanges(
  limits: ProvisionedLimits,
  { sizeGib, iops = limits.iops.least }: SizedDisk,
): Record<'iops' | 'throughputMbps', FigureRange> {
  const range = ({ least, most }: FigureRange, allowed: number): FigureRange => ({
    least,
    most: Math.min(most, Math.max(least, allowed)),
  });
  return {
    iops: range(limits.iops, limits.iops.perGib * sizeGib),
    throughputMbps: range(limits.throughputMbps, limits.throughputMbps.perIops * iops),
  };
}

/** Tier of a disk that performs by its size; undefined where it is larger than the largest. */
export function diskTier(type: TieredDiskType, sizeGib: number): DiskTier | undefined {
  return diskTiers(type).find((tier) => sizeGib <= tier.sizeGib);
}

/**
 * What a disk does at most in a second, without bursting.
 *
 * @returns undefined for Standard disks, of which nothing is promised, and where the disk is too large
 */
export function diskPerformance(type: ManagedDiskType, disk: SizedDisk): DiskPerformance | undefined {
  switch (type) {
    case 'Premium_LRS': {
      const tier = diskTier(type, disk.sizeGib);
      return tier && { iops: tier.iops, throughputMbps: tier.throughputMbps };
    }
    case 'PremiumV2_LRS':
    case 'UltraSSD_LRS': {
      const limits = provisionedLimits(type);
      return {
        iops: disk.iops ?? limits.iops.least,
        throughputMbps: disk.throughputMbps ?? limits.throughputMbps.least,
      };
    }
    case 'StandardSSD_LRS':
    case 'Standard_LRS':
      return undefined;
  }
}

/** Day on which the pages of the disks were read. */
export function disksReadOn(): string {
  return disksData().readOn;
}
