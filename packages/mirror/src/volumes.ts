import { Refusal } from '@iris-azure/foundation';
import { type DataDiskSpec, maxCachedGib } from '@iris-azure/server';

/** Disk of a volume: its size and, for Premium SSD v2 alone, what it does in a second. */
export type VolumeDisk = Pick<DataDiskSpec, 'sizeGib' | 'iops' | 'throughputMbps'>;

/** Volumes of a mirror member, each on disks of its own. Sizes, IOPS and throughput are per disk. */
export interface MirrorVolumes {
  /** Installation directory. */
  readonly installation: VolumeDisk;
  /** Databases, striped over several alike disks: their IOPS and throughput add up to what the machine can drive. */
  readonly database: VolumeDisk & { readonly disks: number };
  /** Write image journal. */
  readonly wij: VolumeDisk;
  /** Primary journal. */
  readonly journal: VolumeDisk;
  /** Alternate journal, used when the primary journal fails: never on the same disk. */
  readonly alternateJournal: VolumeDisk;
}

/** First LUN of the database disks, which follow each other; those before it are for single volumes. */
const firstDatabaseLun = 8;

/**
 * Disks of a mirror member by LUN: single volumes from 0, database disks from 8, so that a database that grows by a disk
 * moves no other. What is written in sequence has no host cache; databases and installation are cached for reading,
 * as long as Azure caches disks of their size.
 *
 * @throws Refusal when the databases are not striped over 2 to 16 disks.
 */
export function layOutVolumes(volumes: MirrorVolumes): DataDiskSpec[] {
  const { disks, ...database } = volumes.database;
  if (!Number.isInteger(disks) || disks < 2 || disks > 16) {
    throw new Refusal(`databases must be striped over 2 to 16 disks, got ${disks}; set volumes.database.disks`);
  }
  const single = [
    { volume: 'installation', ...volumes.installation, caching: readCache(volumes.installation.sizeGib) },
    { volume: 'wij', ...volumes.wij, caching: 'None' },
    { volume: 'journal', ...volumes.journal, caching: 'None' },
    { volume: 'alternate-journal', ...volumes.alternateJournal, caching: 'None' },
  ] as const;
  return [
    ...single.map((disk, lun) => ({ ...disk, name: disk.volume, lun })),
    ...Array.from({ length: disks }, (_, index) => ({
      name: `database-${index}`,
      volume: 'database',
      ...database,
      caching: readCache(database.sizeGib),
      lun: firstDatabaseLun + index,
    })),
  ];
}

function readCache(sizeGib: number): DataDiskSpec['caching'] {
  return sizeGib <= maxCachedGib ? 'ReadOnly' : 'None';
}
