import { Refusal } from '@iris-azure/foundation';
import { diskTier, diskTiers, provisionedLimits, type SizedDisk } from '../catalogue/disks';
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
 * Premium SSD: disks that the host caches before larger ones, then the fewest TiB that are billed, one that is begun counted as
 * whole, then the fewest disks, then the fewest GiB: a GiB costs less on larger disks, and a stripe of few disks is the simpler one.
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
  const { memoryGib, journalGib = workload.capacityGib / 4 } = workload;
  const journal = { sizeGib: wholeSize('journalGib', Math.max(smallestGib.journal, journalGib), diskType) };
  return {
    diskType,
    database,
    stripe: stripeOver(database.disks),
    volumes: {
      installation: { sizeGib: smallestGib.installation },
      database: { ...database.disk, disks: database.disks },
      wij: { sizeGib: wholeSize('memoryGib', Math.max(smallestGib.wij, memoryGib), diskType) },
      journal,
      alternateJournal: journal,
    },
    alternatives,
  };
}

const gibOfTib = 1024;

/** By what stripes are ranked; each figure grows, or stays, when a demand grows. */
export function diskRank({ disks, disk, billedGib, cached }: DiskStripe): Rank {
  if (disk.iops === undefined || disk.throughputMbps === undefined) {
    return [cached ? 0 : 1, Math.ceil(billedGib / gibOfTib), disks, billedGib];
  }
  const free = provisionedLimits('PremiumV2_LRS');
  const paid = [disk.iops - free.iops.least, disk.throughputMbps - free.throughputMbps.least];
  return [...paid.map((each) => each * disks), billedGib, disks];
}

/** Size of the one disk that holds a figure of the workload: a whole tier where disks are billed by tiers. */
function wholeSize(field: 'memoryGib' | 'journalGib', gib: number, diskType: PlannedDiskType): number {
  const most = largestDisk(diskType).sizeGib;
  if (gib > most) {
    throw new Refusal(
      `${field} must be at most ${most}, which one disk of ${diskType} holds, got ${gib}; set ${field}`,
    );
  }
  return diskType === 'PremiumV2_LRS' ? Math.ceil(gib) : (diskTier(diskType, gib)?.sizeGib ?? most);
}

function impossible({ capacityGib, iops, throughputMbps }: Workload, diskType: PlannedDiskType, disks: number): string {
  if (disks < databaseDisks.least) {
    return `databases must be striped over at least ${databaseDisks.least} disks, got room for ${disks}; set size to a larger one`;
  }
  const largest = largestDisk(diskType);
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

/** The most that one disk of a type holds and does. */
function largestDisk(diskType: PlannedDiskType): Required<SizedDisk> {
  if (diskType === 'PremiumV2_LRS') {
    const { sizeGib, iops, throughputMbps } = provisionedLimits(diskType);
    return { sizeGib: sizeGib.most, iops: iops.most, throughputMbps: throughputMbps.most };
  }
  return diskTiers(diskType).at(-1) ?? { sizeGib: 0, iops: 0, throughputMbps: 0 };
}
