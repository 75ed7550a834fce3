import { Refusal } from '@iris-azure/foundation';

/** Size of an extent, LVM's default. */
const extentMib = 4;

/** Share of a volume group that may be left free, in percent: less holds no snapshot for long, more is wasted disk. */
export const freePercentLimits = { least: 5, most: 50 } as const;

/** A volume of alike disks, of which LVM makes one striped volume and leaves room for snapshots. */
export interface VolumeGroupDisks {
  /** Size of each disk, in GiB. */
  readonly sizeGib: number;
  /** Number of disks. */
  readonly disks: number;
  /** Share of all extents that stays free for snapshots, in percent: 5 to 50. */
  readonly freePercent: number;
}

/** What LVM makes of the disks, counted in extents of 4 MiB. */
export interface VolumeGroupLayout {
  /** Size of an extent, in MiB. */
  readonly extentMib: number;
  /** Extents of the whole volume group. */
  readonly extents: number;
  /** Extents of the striped volume, as many on each disk: `lvcreate --extents`. */
  readonly volumeExtents: number;
  /** Extents that stay free. */
  readonly freeExtents: number;
  /** Size of the striped volume, in whole GiB, rounded down. */
  readonly volumeGib: number;
  /** Room for snapshots, in whole GiB, rounded down. */
  readonly freeGib: number;
}

/**
 * Divides a volume group into the volume and the free extents that its snapshots need. Each disk gives up its first MiB to
 * LVM; a stripe takes as many extents on each disk.
 *
 * @throws Refusal when the share is not 5 to 50 percent, or the disks are none.
 */
export function layOutVolumeGroup({ sizeGib, disks, freePercent }: VolumeGroupDisks): VolumeGroupLayout {
  const { least, most } = freePercentLimits;
  if (!(freePercent >= least && freePercent <= most)) {
    throw new Refusal(
      `${least} to ${most} percent of a volume group must stay free for snapshots, got ${freePercent}; set freePercent`,
    );
  }
  if (!Number.isInteger(disks) || disks < 1 || sizeGib < 1) {
    throw new Refusal(`a volume group must have disks of at least 1 GiB, got ${disks} of ${sizeGib} GiB; set disks`);
  }
  const perDisk = Math.floor((sizeGib * 1024 - 1) / extentMib);
  const volumePerDisk = Math.floor((perDisk * (100 - freePercent)) / 100);
  const extents = perDisk * disks;
  const volumeExtents = volumePerDisk * disks;
  const freeExtents = extents - volumeExtents;
  return {
    extentMib,
    extents,
    volumeExtents,
    freeExtents,
    volumeGib: gibOf(volumeExtents),
    freeGib: gibOf(freeExtents),
  };
}

/**
 * How long a snapshot lasts while blocks are changed at a rate, in minutes: LVM drops a snapshot that is full, and the backup
 * with it. The backup must be shorter.
 */
export function snapshotMinutes({ freeExtents }: VolumeGroupLayout, changedMibPerSecond: number): number {
  return (freeExtents * extentMib) / changedMibPerSecond / 60;
}

function gibOf(extents: number): number {
  return Math.floor((extents * extentMib) / 1024);
}
