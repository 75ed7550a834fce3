import { diskPerformance } from '../catalogue/disks';
import { type PlannedDiskType } from '../storage/disk-stripe';
import { type DataDiskSpec, layOutVolumes, type MirrorVolumes } from '../storage/volumes';
import { tierName } from './tier-name';

/** One volume of a mirror member, and its disks. */
export interface VolumeReport {
  /** What it is for, as the tag `iris-volume` of its disks says. */
  readonly volume: string;
  /** Logical unit numbers of its disks. */
  readonly luns: readonly number[];
  /** Size of each disk in GiB. */
  readonly sizeGib: number;
  /** Tier of each disk; null where their type has none. */
  readonly tier: string | null;
  /** IOPS of each disk. */
  readonly iops: number;
  /** Throughput of each disk in MB/s. */
  readonly throughputMbps: number;
  /** Host caching. */
  readonly caching: DataDiskSpec['caching'];
}

/** Reports all volumes of a mirror member, those of the databases as one. */
export function volumeReports(volumes: MirrorVolumes, diskType: PlannedDiskType): VolumeReport[] {
  const disks = layOutVolumes(volumes);
  const names = [...new Set(disks.map(({ volume }) => volume))];
  return names.flatMap((name) => {
    const alike = disks.filter(({ volume }) => volume === name);
    const [first] = alike;
    return first ? [volumeReport(first, alike, diskType)] : [];
  });
}

function volumeReport(disk: DataDiskSpec, alike: readonly DataDiskSpec[], diskType: PlannedDiskType): VolumeReport {
  const each = diskPerformance(diskType, disk);
  const tiered = diskType === 'Premium_LRS';
  return {
    volume: disk.volume,
    luns: alike.map(({ lun }) => lun),
    sizeGib: disk.sizeGib,
    tier: tierName(diskType, disk.sizeGib),
    iops: each?.iops ?? 0,
    throughputMbps: each?.throughputMbps ?? 0,
    caching: tiered ? disk.caching : 'None',
  };
}
