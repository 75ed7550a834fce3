import {
  type DiskTier,
  diskTiers,
  maxCachedGib,
  performanceRanges,
  provisionedLimits,
  type SizedDisk,
} from '../catalogue/disks';
import { type DiskPerformance } from '../catalogue/performance';
import { type Workload } from '../workload';
import { databaseDisks } from './volumes';

/** Types of disk that databases can be planned on. */
export type PlannedDiskType = 'Premium_LRS' | 'PremiumV2_LRS';

/** Alike disks under a databases' volume. */
export interface DiskStripe {
  /** How many. */
  readonly disks: number;
  /** Each of them. */
  readonly disk: SizedDisk;
  /** Tier of each, for example `P30`, where their type has tiers. */
  readonly tier?: string;
  /** Size that is billed, in GiB, of all of them. */
  readonly billedGib: number;
  /** What they hold together, in GiB. */
  readonly capacityGib: number;
  /** What they do together. */
  readonly performance: DiskPerformance;
  /** Whether the host caches what is read from them. */
  readonly cached: boolean;
}

/** What a databases' volume must hold and do. */
export type StorageDemand = Pick<Workload, 'capacityGib' | 'iops' | 'throughputMbps'>;

const counts = Array.from(
  { length: databaseDisks.most - databaseDisks.least + 1 },
  (_, index) => databaseDisks.least + index,
);

/** All stripes of a type of disk that carry a demand. */
export function stripesFor(demand: StorageDemand, type: PlannedDiskType): DiskStripe[] {
  return type === 'PremiumV2_LRS' ? provisionedStripes(demand) : tieredStripes(demand);
}

/** Whether a stripe holds and does what is asked. */
export function carries({ capacityGib, performance }: DiskStripe, demand: StorageDemand): boolean {
  return (
    capacityGib >= demand.capacityGib &&
    performance.iops >= demand.iops &&
    performance.throughputMbps >= demand.throughputMbps
  );
}

/** Each number of disks with each tier: what a disk does follows from its size. */
function tieredStripes(demand: StorageDemand): DiskStripe[] {
  return diskTiers('Premium_LRS')
    .flatMap((tier) => counts.map((disks) => ofTier(tier, disks)))
    .filter((stripe) => carries(stripe, demand));
}

function ofTier({ name, sizeGib: billed, iops, throughputMbps }: DiskTier, disks: number): DiskStripe {
  // One GiB less than P50 bills the same, and the host caches it.
  const sizeGib = billed === maxCachedGib + 1 ? maxCachedGib : billed;
  return {
    disks,
    disk: { sizeGib },
    tier: name,
    billedGib: disks * billed,
    capacityGib: disks * sizeGib,
    performance: { iops: disks * iops, throughputMbps: disks * throughputMbps },
    cached: sizeGib <= maxCachedGib,
  };
}

/** Each number of disks, each disk of its share: size, IOPS and throughput are asked for by themselves. */
function provisionedStripes(demand: StorageDemand): DiskStripe[] {
  const limits = provisionedLimits('PremiumV2_LRS');
  return counts.flatMap((disks) => {
    const iops = Math.max(limits.iops.least, Math.ceil(demand.iops / disks));
    const throughputMbps = Math.max(limits.throughputMbps.least, Math.ceil(demand.throughputMbps / disks));
    // IOPS allow throughput, and GiB allow IOPS: a small disk that is to be fast is made larger.
    const allowing = Math.max(iops, Math.ceil(throughputMbps / limits.throughputMbps.perIops));
    const sizeGib = Math.max(
      smallestDataDiskGib,
      Math.ceil(demand.capacityGib / disks),
      allowing > limits.iops.least ? Math.ceil(allowing / limits.iops.perGib) : 0,
    );
    const disk = { sizeGib, iops: allowing, throughputMbps };
    const most = performanceRanges(limits, disk);
    const possible =
      sizeGib <= limits.sizeGib.most && disk.iops <= most.iops.most && throughputMbps <= most.throughputMbps.most;
    return possible ? [provisioned(disk, disks)] : [];
  });
}

/** Smallest data disk of this architecture, in GiB. */
const smallestDataDiskGib = 4;

function provisioned(disk: Required<SizedDisk>, disks: number): DiskStripe {
  return {
    disks,
    disk,
    billedGib: disks * disk.sizeGib,
    capacityGib: disks * disk.sizeGib,
    performance: { iops: disks * disk.iops, throughputMbps: disks * disk.throughputMbps },
    cached: false,
  };
}
