import { diskPerformance, type DiskType, passedOn } from '@iris-azure/server';
import { type MirrorVolumes } from './volumes';

/**
 * Says when a machine passes on less than its database disks do together: the difference is paid for and never used.
 *
 * @returns undefined where nothing is wasted, or where it is not known.
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-performance
 * @seed S4
 */
export function wastedThroughput(
  size: string,
  { disks, ...disk }: MirrorVolumes['database'],
  diskType: DiskType = 'Premium_LRS',
): string | undefined {
  const performance = diskPerformance(disk, diskType);
  const passed = performance && passedOn(size, Array<typeof performance>(disks).fill(performance))?.throughputMbps;
  const together = disks * (performance?.throughputMbps ?? 0);
  return passed === undefined || passed >= together
    ? undefined
    : `the ${disks} database disks give ${together} MB/s together, and ${size} passes on ${passed}; ` +
        'set size to a larger one, or choose smaller disks where the capacity is not needed';
}
