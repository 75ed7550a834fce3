import { workloadTags } from '@iris-azure/sizing';

test('each figure of a workload has a tag, as it is stated', () => {
  const workload = {
    vcpus: 16,
    memoryGib: 112.5,
    capacityGib: 2800,
    iops: 12_000,
    throughputMbps: 480,
    journalGib: 700,
  };

  expect(workloadTags(workload)).toEqual({
    'iris-workload-vcpus': '16',
    'iris-workload-memory-gib': '112.5',
    'iris-workload-capacity-gib': '2800',
    'iris-workload-iops': '12000',
    'iris-workload-throughput-mbps': '480',
    'iris-workload-journal-gib': '700',
  });
});

test('a figure that is not stated has no tag, and no workload has none', () => {
  expect(workloadTags({ vcpus: 4, memoryGib: 16, iops: undefined })).toEqual({
    'iris-workload-vcpus': '4',
    'iris-workload-memory-gib': '16',
  });
  expect(workloadTags(undefined)).toEqual({});
});
