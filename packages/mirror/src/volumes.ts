import { Refusal } from '@iris-azure/foundation';
import { type DataDiskSpec, maxCachedGib } from '@iris-azure/server';

/** Volumes of a mirror member, each on disks of its own. Sizes are per disk. */
export interface MirrorVolumes {
  /** Installation directory. */
  readonly installation: { readonly sizeGib: number };
  /** Databases, striped over several disks of one size: their IOPS and throughput add up to what the machine can drive. */
  readonly database: { readonly sizeGib: number; readonly disks: number };
  /** Write image journal. */
  readonly wij: { readonly sizeGib: number };
  /** Primary journal. */
  readonly journal: { readonly sizeGib: number };
  /** Alternate journal, used when the primary journal fails: never on the same disk. */
  readonly alternateJournal: { readonly sizeGib: number };
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
  const { database } = volumes;
  if (!Number.isInteger(database.disks) || database.disks < 2 || database.disks > 16) {
    throw new Refusal(
      `databases must be striped over 2 to 16 disks, got ${database.disks}; set volumes.database.disks`,
    );
  }
  const single = [
    { volume: 'installation', sizeGib: volumes.installation.sizeGib, caching: readCache(volumes.installation.sizeGib) },
    { volume: 'wij', sizeGib: volumes.wij.sizeGib, caching: 'None' },
    { volume: 'journal', sizeGib: volumes.journal.sizeGib, caching: 'None' },
    { volume: 'alternate-journal', sizeGib: volumes.alternateJournal.sizeGib, caching: 'None' },
  ] as const;
  return [
    ...single.map((disk, lun) => ({ ...disk, name: disk.volume, lun })),
    ...Array.from({ length: database.disks }, (_, index) => ({
      name: `database-${index}`,
      volume: 'database',
      sizeGib: database.sizeGib,
      caching: readCache(database.sizeGib),
      lun: firstDatabaseLun + index,
    })),
  ];
}

function readCache(sizeGib: number): DataDiskSpec['caching'] {
  return sizeGib <= maxCachedGib ? 'ReadOnly' : 'None';
}
