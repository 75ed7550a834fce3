import { Refusal } from '@iris-azure/foundation';
import { type MachineSize } from '../catalogue/machine-sizes';
import { type LinuxMemory, linuxMemory } from '../memory/linux-memory';

/**
 * What Linux is told of its memory on a machine: huge pages only where the shared memory of its instance is known.
 *
 * @throws Refusal when the shared memory takes all of the machine's
 */
export function memoryReport(
  { name, memoryGib }: MachineSize,
  sharedMemoryMb: number | undefined,
): Partial<LinuxMemory> & Pick<LinuxMemory, 'swappiness'> {
  if (sharedMemoryMb === undefined) {
    return { swappiness: linuxMemory(0, memoryGib).swappiness };
  }
  if (sharedMemoryMb >= memoryGib * 1024) {
    throw new Refusal(
      `shared memory must be less than the ${memoryGib * 1024} MB of ${name}, got ${sharedMemoryMb} MB; ` +
        'lower it, or ask for more memory',
    );
  }
  return linuxMemory(sharedMemoryMb, memoryGib);
}
