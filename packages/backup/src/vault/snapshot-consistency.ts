import { Refusal } from '@iris-azure/foundation';
import { type DiskType } from '@iris-azure/sizing';

/** Kind of a data disk: those of this architecture, and Ultra Disk, which machines made elsewhere may have. */
export type DataDiskKind = DiskType | 'UltraSSD_LRS';

/** What decides whether the snapshots of a machine's disks are of one moment. */
export interface SnapshotSource {
  /** Size of the machine, for example `Standard_E32ds_v5`. */
  readonly size: string;
  /** Kind of each data disk. */
  readonly dataDiskKinds: readonly DataDiskKind[];
}

/** Kinds whose restore points Azure takes with application consistency alone. */
const applicationConsistentKinds: readonly DataDiskKind[] = ['PremiumV2_LRS', 'UltraSSD_LRS'];

/** First generation whose machines may not have crash-consistent snapshots of several disks, by maker of the processor. */
const firstLooseGeneration = { Intel: 6, AMD: 7 } as const;

/**
 * Refuses a backup without freeze and thaw where Azure gives none that is of one moment across disks.
 *
 * @throws Refusal for Premium SSD v2 and Ultra disks, and for several data disks on Intel sizes from v6 and AMD sizes from
 * v7.
 * @see https://learn.microsoft.com/azure/virtual-machines/virtual-machines-create-restore-points
 */
export function assertCrashConsistent({ size, dataDiskKinds }: SnapshotSource): void {
  const loose = [...new Set(dataDiskKinds)].filter((kind) => applicationConsistentKinds.includes(kind));
  if (loose.length > 0) {
    throw new Refusal(
      `disks of kind ${loose.join(', ')} must be backed up with application consistency, got none; set consistency`,
    );
  }
  const { maker, generation } = processorOf(size);
  if (dataDiskKinds.length > 1 && maker && generation >= firstLooseGeneration[maker]) {
    throw new Refusal(
      `machine of size ${size} with ${dataDiskKinds.length} data disks must be backed up with application consistency: ` +
        `from generation ${firstLooseGeneration[maker]} (${maker}) on, snapshots of several disks may not be of one moment, ` +
        'got none; set consistency',
    );
  }
}

/** Maker of the processor and generation in a size's name: `Standard_E32ads_v7` is AMD, 7. An Arm processor has no such limit. */
function processorOf(size: string): { readonly maker?: 'Intel' | 'AMD'; readonly generation: number } {
  const [, features = '', generation = '1'] = /^Standard_[A-Z]+\d+(?:-\d+)?([a-z]*)(?:_v(\d+))?$/.exec(size) ?? [];
  const maker = features.includes('p') ? undefined : features.includes('a') ? 'AMD' : 'Intel';
  return { maker, generation: Number(generation) };
}
