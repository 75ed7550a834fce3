import { Refusal } from '@iris-azure/foundation';
import { diskTiers, provisionedLimits } from '../catalogue/disks';
import { type Rank, ranked } from '../rank';
import { assertDemand, type Workload } from '../workload';
import { type DiskStripe, type PlannedDiskType, stripesFor } from './disk-stripe';
import { type Stripe, stripeOver } from './stripe';
import { databaseDisks, type MirrorVolumes } from './volumes';

/** Disks of a mirror member that carry its workload. */
export interface StoragePlan {
  /** Type of all its disks. */
  readonly diskType: PlannedDiskType;
  /** Disks of the databases. */
  readonly database: DiskStripe;
  /** How LVM stripes them. */
  readonly stripe: Stripe;
  /** All volumes, as a mirror takes them. */
  readonly volumes: MirrorVolumes;
  /** Other disks for the databases that carry the workload too, the best first. */
  readonly alternatives: readonly DiskStripe[];
}

/** What a plan of disks depends on beside the workload. */
export interface StorageOptions {
  /** Type of disk. @default Premium_LRS */
  readonly diskType?: PlannedDiskType;
  /** Most disks for the databases: what the machine has room for beside the other volumes. @default 16 */
  readonly mostDisks?: number;
}

/** Smallest disks of the volumes beside the databases, in GiB: choices of this architecture. */
const smallestGib = { installation: 64, wij: 128, journal: 128 } as const;

/**
 * Chooses the disks of a mirror member.
 *
 * Premium SSD: disks that the host caches before larger ones, then the fewest GiB that are billed, then the fewest disks.
 * Premium SSD v2: the least IOPS and throughput beyond what every disk has for nothing, then the fewest GiB and disks.
 *
 * The write image journal has room for all of the machine's memory, which is more than the buffers that it holds at once;
 * both journals have room for the journals of the workload.
 *
 * @throws Refusal when no number of disks carries the workload; the message says what the most is.
 * @seed S2, S4
 */
export function planStorage(workload: Workload, options: StorageOptions = {}): StoragePlan {
  assertDemand(workload);
  const { diskType = 'Premium_LRS', mostDisks = databaseDisks.most } = options;
  const [database, ...alternatives] = ranked(
    stripesFor(workload, diskType).filter(({ disks }) => disks <= mostDisks),
    diskRank,
  );
  if (!database) {
    throw new Refusal(impossible(workload, diskType, mostDisks));
  }
  const { journalGib = workload.capacityGib / 4 } = workload;
  const single = (gib: number) => ({ sizeGib: wholeSize(gib, diskType) });
  return {
    diskType,
    database,
    stripe: stripeOver(database.disks),
    volumes: {
      installation: single(smallestGib.installation),
      database: { ...database.disk, disks: database.disks },
      wij: single(Math.max(smallestGib.wij, workload.memoryGib)),
      journal: single(Math.max(smallestGib.journal, journalGib)),
      alternateJournal: single(Math.max(smallestGib.journal, journalGib)),
    },
    alternatives,
  };
}

/** By what stripes are ranked; each figure grows, or stays, when a demand grows. */
export function diskRank({ disks, disk, billedGib, cached }: DiskStripe): Rank {
  if (disk.iops === undefined || disk.throughputMbps === undefined) {
    return [cached ? 0 : 1, billedGib, disks];
  }
  const free = provisionedLimits('PremiumV2_LRS');
  const paid = [disk.iops - free.iops.least, disk.throughputMbps - free.throughputMbps.least];
  return [...paid.map((each) => each * disks), billedGib, disks];
}

/** Size of a disk that holds some GiB: a whole tier where disks are billed by tiers. */
function wholeSize(gib: number, diskType: PlannedDiskType): number {
  if (diskType === 'PremiumV2_LRS') {
    return Math.ceil(gib);
  }
  const tier = diskTiers('Premium_LRS').find(({ sizeGib }) => gib <= sizeGib);
  if (!tier) {
    throw new Refusal(`one disk must hold ${Math.ceil(gib)} GiB, more than any Premium SSD does; lower journalGib`);
  }
  return tier.sizeGib;
}

function impossible({ capacityGib, iops, throughputMbps }: Workload, diskType: PlannedDiskType, disks: number): string {
  const largest =
    diskType === 'PremiumV2_LRS'
      ? mostProvisioned()
      : (diskTiers('Premium_LRS').at(-1) ?? { sizeGib: 0, iops: 0, throughputMbps: 0 });
  const asked = [
    ['capacityGib', capacityGib, largest.sizeGib],
    ['iops', iops, largest.iops],
    ['throughputMbps', throughputMbps, largest.throughputMbps],
  ] as const;
  const lacking = asked
    .filter(([, demand, each]) => demand > each * disks)
    .map(([field, demand, each]) => `${field} at most ${each * disks}, got ${demand}`);
  return `${disks} disks of ${diskType} give ${lacking.join('; ')}; lower it, or choose another diskType`;
}

function mostProvisioned() {
  const { sizeGib, iops, throughputMbps } = provisionedLimits('PremiumV2_LRS');
  return { sizeGib: sizeGib.most, iops: iops.most, throughputMbps: throughputMbps.most };
}
