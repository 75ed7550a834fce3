import { Refusal } from '@iris-azure/foundation';
import { type DataDiskSpec, stripeOver } from '@iris-azure/sizing';

/** Where volumes of a mirror member are mounted, by their tags. */
const mountPoints: Readonly<Record<string, string>> = {
  installation: '/iris/install',
  database: '/iris/databases',
  wij: '/iris/wij',
  journal: '/iris/journal',
  'alternate-journal': '/iris/alternate-journal',
};

/**
 * Renders `volumes.tsv`, a volume a line in the order of LUNs: name, LUNs, mount point, file system, size of a stripe in KiB (0: one
 * disk), and the share of the volume group that is left free for snapshots, in percent.
 *
 * @param disks data disks of the machine, as `layOutVolumes` lays them out
 * @param databaseFreePercent share of the databases' volume that is left for snapshots
 * @throws Refusal when a disk is of a volume that is unknown, two disks share a LUN, or the share is not 0 to 50.
 */
export function renderVolumes(disks: readonly DataDiskSpec[], databaseFreePercent: number): string {
  if (!Number.isInteger(databaseFreePercent) || databaseFreePercent < 0 || databaseFreePercent > 50) {
    throw new Refusal(
      `databaseFreePercent must be a whole number from 0 to 50, got ${databaseFreePercent}; 0 leaves no room for snapshots`,
    );
  }
  const luns = new Set(disks.map(({ lun }) => lun));
  if (luns.size !== disks.length) {
    throw new Refusal(`disks must have a LUN each, got ${disks.map(({ lun }) => lun).join(', ')}`);
  }
  const volumes = new Map<string, DataDiskSpec[]>();
  for (const disk of [...disks].sort((one, other) => one.lun - other.lun)) {
    volumes.set(disk.volume, [...(volumes.get(disk.volume) ?? []), disk]);
  }
  const missing = Object.keys(mountPoints).filter((volume) => !volumes.has(volume));
  if (missing.length > 0) {
    throw new Refusal(
      `disks must include those of each volume, got none of ${missing.join(', ')}; lay them out by layOutVolumes`,
    );
  }
  return [...volumes]
    .map(([volume, members]) => {
      const free = volume === 'database' ? databaseFreePercent : 0;
      const stripeKib = members.length > 1 ? stripeOver(members.length).sizeKib : 0;
      return (
        [volume, members.map(({ lun }) => lun).join(','), mountPoint(volume), 'xfs', stripeKib, free].join('\t') + '\n'
      );
    })
    .join('');
}

function mountPoint(volume: string): string {
  const point = mountPoints[volume];
  if (point === undefined) {
    throw new Refusal(`a disk must be of one of the volumes ${Object.keys(mountPoints).join(', ')}, got '${volume}'`);
  }
  return point;
}
