import { type MachineDemand, type Workload } from './workload';

/** Tag of each figure, by which the gate finds a machine that does not carry its workload. */
const tagOf: Readonly<Record<keyof Workload, string>> = {
  vcpus: 'iris-workload-vcpus',
  memoryGib: 'iris-workload-memory-gib',
  iops: 'iris-workload-iops',
  throughputMbps: 'iris-workload-throughput-mbps',
  capacityGib: 'iris-workload-capacity-gib',
  journalGib: 'iris-workload-journal-gib',
};

/** Tags that state the workload of a machine; none where no workload is stated. */
export function workloadTags(workload: MachineDemand | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(workload ?? {}).flatMap(([figure, value]) =>
      value === undefined ? [] : [[tagOf[figure as keyof Workload], String(value)]],
    ),
  );
}
