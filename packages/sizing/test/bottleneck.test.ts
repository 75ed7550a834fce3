import { bottleneck, explainBottleneck, type SizedDisk } from '@iris-azure/sizing';

const disks = (count: number, disk: SizedDisk) => Array<SizedDisk>(count).fill(disk);
const p30 = { sizeGib: 1024 };

test("the article's DS13 passes on 256 MB/s of the 800 that four P30 give, and all of their IOPS", () => {
  expect(explainBottleneck('Standard_DS13', disks(4, p30))).toEqual({
    disks: { iops: 20_000, throughputMbps: 800 },
    machine: { iops: 25_600, throughputMbps: 256 },
    effective: { iops: 20_000, throughputMbps: 256 },
    iopsBoundBy: 'disks',
    throughputBoundBy: 'machine',
  });
});

test('the machine of production passes on all that four P30 give', () => {
  expect(explainBottleneck('Standard_E32ds_v5', disks(4, p30))?.throughputBoundBy).toBe('disks');
});

test('Premium SSD v2 is measured by what the machine passes on of it, where that is more', () => {
  const disk = { sizeGib: 256, iops: 9000, throughputMbps: 250 };

  const v2 = explainBottleneck('Standard_D2ds_v6', [disk], 'PremiumV2_LRS');

  expect(v2?.machine).toEqual({ iops: 4167, throughputMbps: 124 });
  expect(explainBottleneck('Standard_D2ds_v6', [p30])?.machine).toEqual({ iops: 3750, throughputMbps: 106 });
});

test('where disks and machine are equal, the disks bound: more of them would need a larger machine too', () => {
  const same = { iops: 5000, throughputMbps: 200 };

  expect(bottleneck(same, same)).toMatchObject({ iopsBoundBy: 'disks', throughputBoundBy: 'disks', effective: same });
});

test.each([
  ['a size that is not in the catalogue', 'Standard_Z1', [p30], 'Premium_LRS'],
  ['a size without Premium storage', 'Standard_D13', [p30], 'Premium_LRS'],
  ['disks of which nothing is promised', 'Standard_E32ds_v5', [p30], 'StandardSSD_LRS'],
  ['a disk that is too large', 'Standard_E32ds_v5', [p30, { sizeGib: 40_000 }], 'Premium_LRS'],
] as const)('nothing is said of %s', (_what, size, all, diskType) => {
  expect(explainBottleneck(size, all, diskType)).toBeUndefined();
});
