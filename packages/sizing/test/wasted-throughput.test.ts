import { wastedThroughput } from '@iris-azure/sizing';

test('four P30 behind a machine of 600 MB/s give 600, not 800, and the member says so', () => {
  expect(wastedThroughput('Standard_E16ds_v5', { sizeGib: 1024, disks: 4 })).toBe(
    'the 4 database disks give 800 MB/s together, and Standard_E16ds_v5 passes on 600; ' +
      'set size to a larger one, or choose smaller disks where the capacity is not needed',
  );
});

test('a machine that passes on all of it says nothing', () => {
  expect(wastedThroughput('Standard_E32ds_v5', { sizeGib: 1024, disks: 4 })).toBeUndefined();
});

test('Premium SSD v2 gives what was asked for', () => {
  const disks = { sizeGib: 256, disks: 2, throughputMbps: 250 };

  expect(wastedThroughput('Standard_E8ds_v5', disks, 'PremiumV2_LRS')).toMatch(/^the 2 database disks give 500 MB\/s/);
});

test.each([
  ['a size whose limits are not known', 'Standard_M64s', 'Premium_LRS'],
  ['Standard SSD, of which nothing is promised', 'Standard_E4ds_v5', 'StandardSSD_LRS'],
] as const)('nothing is said of %s', (_, size, diskType) => {
  expect(wastedThroughput(size, { sizeGib: 1024, disks: 8 }, diskType)).toBeUndefined();
});
