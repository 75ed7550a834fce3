import { Refusal } from '@iris-azure/foundation';
import { type MirrorVolumes, planMirror, type Workload } from '@iris-azure/sizing';

const workload: Workload = { vcpus: 16, memoryGib: 112, capacityGib: 2800, iops: 12_000, throughputMbps: 480 };
const volumes: MirrorVolumes = {
  installation: { sizeGib: 64 },
  database: { sizeGib: 1024, disks: 3 },
  wij: { sizeGib: 128 },
  journal: { sizeGib: 512 },
  alternateJournal: { sizeGib: 512 },
};
const size = 'Standard_E16ds_v5';
const options = { regions: ['westeurope', 'northeurope'] } as const;

test('without a workload, size and volumes are what is given', () => {
  expect(planMirror({ size, volumes }, options)).toEqual({ size, volumes });
});

test('a size that is given is kept, and disks are chosen that it has room for', () => {
  const plan = planMirror({ size: 'Standard_E4ds_v5', workload: { ...workload, ...small } }, options);

  expect(plan.size).toBe('Standard_E4ds_v5');
  expect(plan.volumes.database.disks).toBeLessThanOrEqual(4);
});

test('volumes that are given are kept, and a size is chosen that takes them', () => {
  const many = { ...volumes, database: { sizeGib: 256, disks: 16 } };

  const plan = planMirror({ volumes: many, workload: { ...workload, ...small } }, options);

  expect(plan.volumes).toBe(many);
  expect(plan.machine?.size.dataDisks).toBeGreaterThanOrEqual(20);
});

test.each([
  ['nothing', {}],
  ['a size alone', { size }],
  ['volumes alone', { volumes }],
])('fails where %s is given', (_what, sizing) => {
  expect(() => planMirror(sizing, options)).toThrow(
    new Refusal('a mirror must have size and volumes, or a workload that decides on them; set workload'),
  );
});

test('fails on Standard SSD under a workload', () => {
  expect(() => planMirror({ workload }, { ...options, diskType: 'StandardSSD_LRS' })).toThrow(
    'a workload must be carried by Premium disks: of Standard SSD Azure promises no figures; set diskType, or size and volumes',
  );
});

test('fails on a size that is too small', () => {
  expect(() => planMirror({ size: 'Standard_E8ds_v5', volumes, workload }, options)).toThrow(
    'size Standard_E8ds_v5 does not carry the workload: vCPUs 16 of 8, memory 112 of 64 GiB, throughput 480 of 290 MB/s',
  );
});

test('fails on a size without room for the disks', () => {
  const many = { ...volumes, database: { sizeGib: 256, disks: 16 } };

  expect(() =>
    planMirror({ size: 'Standard_E8ds_v5', volumes: many, workload: { ...workload, ...small } }, options),
  ).toThrow('data disks 20 of 16');
});

test('fails on database disks that are too small, with all that they lack', () => {
  const few = { ...volumes, database: { sizeGib: 512, disks: 2 } };

  expect(() => planMirror({ size, volumes: few, workload }, options)).toThrow(
    new Refusal(
      'the 2 database disks do not carry the workload: capacity 2800 of 1024 GiB, IOPS 12000 of 4600, ' +
        'throughput 480 of 300 MB/s; set volumes.database, or leave volumes out',
    ),
  );
});

test('Premium SSD v2 disks carry what is asked of them, and no more', () => {
  const v2 = { ...options, diskType: 'PremiumV2_LRS' } as const;
  const database = { sizeGib: 1024, disks: 3, iops: 4000, throughputMbps: 160 };

  expect(planMirror({ volumes: { ...volumes, database }, workload }, v2).volumes.database).toEqual(database);
  expect(() => planMirror({ volumes, workload }, v2)).toThrow('IOPS 12000 of 9000, throughput 480 of 375 MB/s');
});

test.each(['journal', 'alternateJournal'] as const)('fails on %s that does not hold the journals', (volume) => {
  const little = { ...volumes, [volume]: { sizeGib: 256 } };

  expect(() => planMirror({ volumes: little, workload: { ...workload, journalGib: 300 } }, options)).toThrow(
    new Refusal(`volumes.${volume} must hold journalGib 300, got 256 GiB; set volumes.${volume}, or leave volumes out`),
  );
});

test('journals of which nothing is stated are held by whatever volumes are given', () => {
  expect(planMirror({ volumes, workload }, options).volumes).toBe(volumes);
});

const small = { vcpus: 4, memoryGib: 32, capacityGib: 500, iops: 2000, throughputMbps: 100 };
