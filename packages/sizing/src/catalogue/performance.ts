/** What a disk, or a machine on behalf of its disks, does at most in a second. */
export interface DiskPerformance {
  /** Reads and writes. */
  readonly iops: number;
  /** Throughput in MB/s, 10^6 bytes. */
  readonly throughputMbps: number;
}

/** Performance of several disks together, as a stripe over them has it. */
export function together(disks: readonly DiskPerformance[]): DiskPerformance {
  return {
    iops: disks.reduce((sum, { iops }) => sum + iops, 0),
    throughputMbps: disks.reduce((sum, { throughputMbps }) => sum + throughputMbps, 0),
  };
}
