import { type DiskType } from '../catalogue/disks';
import { type MirrorVolumes } from '../storage/volumes';
import { explainBottleneck } from './bottleneck';

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
  const found = explainBottleneck(size, Array<typeof disk>(disks).fill(disk), diskType);
  return found?.throughputBoundBy === 'machine'
    ? `the ${disks} database disks give ${found.disks.throughputMbps} MB/s together, and ${size} passes on ` +
        `${found.machine.throughputMbps}; set size to a larger one, or choose smaller disks where the capacity is not needed`
    : undefined;
}
