import { Refusal } from '@iris-azure/foundation';
import { maxCachedGib, type SizedDisk } from '../catalogue/disks';

/** Volumes of a mirror member, each on disks of its own. Sizes, IOPS and throughput are per disk. */
export interface MirrorVolumes {
  /** Installation directory. */
  readonly installation: SizedDisk;
  /** Databases, striped over several alike disks: their IOPS and throughput add up to what the machine can drive. */
  readonly database: SizedDisk & { readonly disks: number };
  /** Write image journal. */
  readonly wij: SizedDisk;
  /** Primary journal. */
  readonly journal: SizedDisk;
  /** Alternate journal, used when the primary journal fails: never on the same disk. */
  readonly alternateJournal: SizedDisk;
}

/** One data disk of a server, as the guest will find it by its LUN. */
export interface DataDiskSpec extends SizedDisk {
  /** Name of the disk, unique in its server, for example `journal`. */
  readonly name: string;
  /** What the disk is for, as its tag `iris-volume`. */
  readonly volume: string;
  /** Logical unit number, 0 to 63, unique in its server. */
  readonly lun: number;
  /** Size in GiB, 4 to 32767; with host caching at most 4095. */
  readonly sizeGib: number;
  /**
   * Host caching: `ReadOnly` for what is read again and again, `None` for what is written in sequence. Premium SSD v2 has
   * none, whatever is said here.
   */
  readonly caching: 'None' | 'ReadOnly';
  /** IOPS of a Premium SSD v2 disk, 3,000 to 80,000. @default 3000, which cost nothing extra */
  readonly iops?: number;
  /** Throughput of a Premium SSD v2 disk in MB/s, 125 to 2,000. @default 125, which cost nothing extra */
  readonly throughputMbps?: number;
}

/** Fewest and most disks over which databases are striped. */
export const databaseDisks = { least: 2, most: 16 } as const;

/** Volumes of a mirror member that are on a single disk, by their tags and the properties that hold them. */
const singleVolumes = [
  ['installation', 'installation'],
  ['wij', 'wij'],
  ['journal', 'journal'],
  ['alternate-journal', 'alternateJournal'],
] as const;

/** Data disks of a mirror member beside those of its databases. */
export const singleDisks = singleVolumes.length;

/** First LUN of the database disks, which follow each other; those before it are for single volumes. */
const firstDatabaseLun = 8;

/**
 * Disks of a mirror member by LUN: single volumes from 0, database disks from 8, so that a database that grows by a disk
 * moves no other. What is written in sequence has no host cache; databases and installation are cached for reading,
 * as long as Azure caches disks of their size.
 *
 * @throws Refusal when the databases are not striped over 2 to 16 disks.
 * @seed S2, S3
 */
export function layOutVolumes(volumes: MirrorVolumes): DataDiskSpec[] {
  const { disks, ...database } = volumes.database;
  if (!Number.isInteger(disks) || disks < databaseDisks.least || disks > databaseDisks.most) {
    throw new Refusal(
      `databases must be striped over ${databaseDisks.least} to ${databaseDisks.most} disks, got ${disks}; ` +
        'set volumes.database.disks',
    );
  }
  return [
    ...singleVolumes.map(([volume, property], lun) => ({
      ...volumes[property],
      name: volume,
      volume,
      lun,
      caching: volume === 'installation' ? readCache(volumes[property]) : ('None' as const),
    })),
    ...Array.from({ length: disks }, (_, index) => ({
      ...database,
      name: `database-${index}`,
      volume: 'database',
      lun: firstDatabaseLun + index,
      caching: readCache(database),
    })),
  ];
}

function readCache({ sizeGib }: SizedDisk): DataDiskSpec['caching'] {
  return sizeGib <= maxCachedGib ? 'ReadOnly' : 'None';
}
