import { diskPerformance, diskTiers, diskTiers2020 } from '@iris-azure/sizing';

test.each([
  [32, 120, 25],
  [64, 240, 50],
  [128, 500, 100],
  [256, 1100, 125],
  [512, 2300, 150],
  [1024, 5000, 200],
  [1025, 7500, 250],
  [32_767, 20_000, 900],
])('a Premium disk of %i GiB does %i IOPS and %i MB/s', (sizeGib, iops, throughputMbps) => {
  expect(diskPerformance('Premium_LRS', { sizeGib })).toEqual({ iops, throughputMbps });
});

test('a Premium SSD v2 disk does what is asked of it, or what every one does for nothing', () => {
  expect(diskPerformance('PremiumV2_LRS', { sizeGib: 64 })).toEqual({ iops: 3000, throughputMbps: 125 });
  expect(diskPerformance('PremiumV2_LRS', { sizeGib: 64, iops: 9000, throughputMbps: 400 })).toEqual({
    iops: 9000,
    throughputMbps: 400,
  });
});

test('of Standard disks and of disks larger than any nothing is promised', () => {
  expect(diskPerformance('StandardSSD_LRS', { sizeGib: 512 })).toBeUndefined();
  expect(diskPerformance('Premium_LRS', { sizeGib: 40_000 })).toBeUndefined();
});

test("the table of InterSystems' article is kept, and is part of today's", () => {
  const today = new Map(
    diskTiers('Premium_LRS').map(({ name, sizeGib, iops, throughputMbps }) => [
      name,
      { sizeGib, iops, throughputMbps },
    ]),
  );

  expect(diskTiers2020().map(({ name }) => name)).toEqual(['P4', 'P6', 'P10', 'P15', 'P20', 'P30', 'P40', 'P50']);
  for (const { name, ...tier } of diskTiers2020()) {
    expect(today.get(name)).toEqual(tier);
  }
});
