import { type DataDiskSpec, diskPerformance, type DiskType, passedOn } from '@iris-azure/server';

/**
 * Says when a machine passes on less than its database disks do together: the difference is paid for and never used.
 *
 * @returns undefined where nothing is wasted, or where it is not known.
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-performance
 * @seed S4
 */
export function wastedThroughput(
  size: string,
  disks: readonly DataDiskSpec[],
  diskType: DiskType = 'Premium_LRS',
): string | undefined {
  const database = disks
    .filter(({ volume }) => volume === 'database')
    .flatMap((disk) => diskPerformance(disk, diskType) ?? []);
  const together = database.reduce((sum, { throughputMbps }) => sum + throughputMbps, 0);
  const passed = passedOn(size, database)?.throughputMbps;
  return passed === undefined || passed >= together
    ? undefined
    : `the ${database.length} database disks give ${together} MB/s together, and ${size} passes on ${passed}; ` +
        'set size to a larger one, or choose smaller disks where the capacity is not needed';
}
