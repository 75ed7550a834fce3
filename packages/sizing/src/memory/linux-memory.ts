/** Size of a huge page of Linux on x86-64, in MB. */
const hugePageMb = 2;

/** Huge pages beyond the shared memory, of a hundred: an instance that finds one too few takes none. */
const margin = 1.01;

/** What Linux is told of its memory on a machine of an instance. */
export interface LinuxMemory {
  /** Huge pages (`vm.nr_hugepages`). */
  readonly hugePages: number;
  /** Readiness to swap (`vm.swappiness`). */
  readonly swappiness: 1 | 5;
}

/**
 * Settings of Linux for an instance: huge pages a little above its shared memory, and as good as no swapping.
 *
 * @param sharedMemoryMb shared memory of the instance
 * @param memoryGib memory of the machine
 */
export function linuxMemory(sharedMemoryMb: number, memoryGib: number): LinuxMemory {
  return {
    hugePages: Math.ceil((sharedMemoryMb * margin) / hugePageMb),
    swappiness: memoryGib < 64 ? 5 : 1,
  };
}
