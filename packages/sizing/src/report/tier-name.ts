import { diskTier } from '../catalogue/disks';
import { type PlannedDiskType } from '../storage/disk-stripe';

/** Tier of a disk, such as `P30`; null where its type has none. */
export function tierName(diskType: PlannedDiskType, sizeGib: number): string | null {
  return diskType === 'Premium_LRS' ? (diskTier(diskType, sizeGib)?.name ?? null) : null;
}
