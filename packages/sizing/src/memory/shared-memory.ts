/**
 * What an instance takes from shared memory, as its configuration names it.
 *
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=ARES
 */
export interface SharedMemorySettings {
  /** Global buffers in MB, of all block sizes (`globals`). */
  readonly globalsMb: number;
  /** Routine buffers in MB (`routines`). */
  readonly routinesMb: number;
  /** Generic memory heap in KB (`gmheap`). */
  readonly gmheapKb: number;
  /** Journal buffers in MB (`jrnbufs`). */
  readonly jrnbufsMb: number;
  /** ECP data servers that the instance may connect to (`MaxServers`). */
  readonly maxServers: number;
  /** ECP clients that may connect to the instance (`MaxServerConn`). */
  readonly maxServerConn: number;
}

/** What a buffer takes for itself and its control blocks. */
const overhead = { globals: 1.08, routines: 1.02 } as const;

/** For each ECP connection, and for all else, in MB. */
const perConnectionMb = 2;
const restMb = 300;

/** Shared memory of an instance in MB, rounded up. */
export function sharedMemoryMb(settings: SharedMemorySettings): number {
  return Math.ceil(settings.globalsMb * overhead.globals + otherThanGlobalsMb(settings));
}

/**
 * Largest global buffers that leave enough memory for all else, in MB, rounded down.
 *
 * @param settings all that is in shared memory beside them
 * @param memoryGib memory of the machine
 * @param reservedMb what processes, Web Gateway and operating system need
 * @returns 0 where nothing is left
 */
export function largestGlobalsMb(
  settings: Omit<SharedMemorySettings, 'globalsMb'>,
  memoryGib: number,
  reservedMb: number,
): number {
  const left = memoryGib * 1024 - reservedMb - otherThanGlobalsMb(settings);
  return Math.max(0, Math.floor(left / overhead.globals));
}

function otherThanGlobalsMb(settings: Omit<SharedMemorySettings, 'globalsMb'>): number {
  const { routinesMb, gmheapKb, jrnbufsMb, maxServers, maxServerConn } = settings;
  return (
    routinesMb * overhead.routines +
    gmheapKb / 1024 +
    jrnbufsMb +
    (maxServers + maxServerConn) * perConnectionMb +
    restMb
  );
}
