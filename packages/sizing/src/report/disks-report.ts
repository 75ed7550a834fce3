import { diskPerformance, maxCachedGib, type SizedDisk } from '../catalogue/disks';
import { type DiskPerformance } from '../catalogue/performance';
import { type MirrorPlan } from '../plan-mirror';
import { type DiskStripe, type PlannedDiskType } from '../storage/disk-stripe';
import { type Stripe, stripeOver } from '../storage/stripe';
import { tierName } from './tier-name';

/** Alike disks under the databases. */
export interface StripeReport extends SizedDisk {
  /** How many. */
  readonly disks: number;
  /** Tier of each; null where their type has none. */
  readonly tier: string | null;
  /** What they hold together, in GiB. */
  readonly capacityGib: number;
  /** What they do together. */
  readonly together: DiskPerformance;
  /** Whether the host caches what is read from them. */
  readonly cached: boolean;
}

/** The disks of the databases. */
export interface DisksReport extends StripeReport {
  /** Their type. */
  readonly diskType: PlannedDiskType;
  /** Whether they were chosen, or given. */
  readonly chosen: boolean;
  /** Why it is these. */
  readonly reason: string;
  /** How LVM stripes them. */
  readonly stripe: Stripe;
  /** How many other stripes would do. */
  readonly others: number;
  /** The best of them, the best first. */
  readonly alternatives: readonly StripeReport[];
}

/** Reports the disks of a plan's databases. */
export function disksReport(
  { volumes, storage }: MirrorPlan,
  diskType: PlannedDiskType,
  alternatives: number,
): DisksReport {
  const { disks, ...disk } = volumes.database;
  return {
    diskType,
    chosen: storage !== undefined,
    reason: storage ? reasonFor(storage.alternatives.length, diskType) : 'as given; they carry the workload',
    ...stripe(disks, disk, diskType),
    stripe: stripeOver(disks),
    others: storage?.alternatives.length ?? 0,
    alternatives: (storage?.alternatives ?? [])
      .slice(0, alternatives)
      .map((other: DiskStripe) => stripe(other.disks, other.disk, diskType)),
  };
}

function reasonFor(others: number, diskType: PlannedDiskType): string {
  const best =
    diskType === 'PremiumV2_LRS'
      ? 'the least IOPS and throughput that are paid for, and the fewest GiB'
      : 'the fewest TiB that are billed, and of these the fewest disks, cached by the host where there are such';
  return `${best}, of ${others + 1} stripes that carry the workload`;
}

function stripe(disks: number, disk: SizedDisk, diskType: PlannedDiskType): StripeReport {
  const tiered = diskType === 'Premium_LRS';
  const each = diskPerformance(diskType, disk) ?? { iops: 0, throughputMbps: 0 };
  return {
    disks,
    tier: tierName(diskType, disk.sizeGib),
    sizeGib: disk.sizeGib,
    ...each,
    capacityGib: disks * disk.sizeGib,
    together: { iops: disks * each.iops, throughputMbps: disks * each.throughputMbps },
    cached: tiered && disk.sizeGib <= maxCachedGib,
  };
}
