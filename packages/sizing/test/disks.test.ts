import {
  diskPerformance,
  disksReadOn,
  diskTier,
  diskTiers,
  diskTiers2020,
  performanceRanges,
  provisionedLimits,
} from '@iris-azure/sizing';
import { files } from './support/catalogues';

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

test.each(['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] as const)(
  'tiers of %s become larger, and none does less than a smaller one',
  (type) => {
    const tiers = diskTiers(type);

    expect(tiers.length).toBeGreaterThan(10);
    tiers.slice(1).forEach((tier, index) => {
      const smaller = tiers[index];
      expect(tier.sizeGib).toBeGreaterThan(smaller?.sizeGib ?? Infinity);
      expect(tier.iops).toBeGreaterThanOrEqual(smaller?.iops ?? Infinity);
      expect(tier.throughputMbps).toBeGreaterThanOrEqual(smaller?.throughputMbps ?? Infinity);
    });
  },
);

test('a tier bursts to no less than it does always', () => {
  const bursting = (['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] as const)
    .flatMap(diskTiers)
    .filter((tier) => tier.burst);

  expect(bursting.length).toBeGreaterThan(0);
  expect(bursting.filter(({ burst, iops }) => burst && burst.iops < iops)).toEqual([]);
  expect(bursting.filter(({ burst, throughputMbps }) => burst && burst.throughputMbps < throughputMbps)).toEqual([]);
});

test('a disk is of the smallest tier that holds it', () => {
  expect(['P1', 'P1', 'P2', 'P30', 'P40', 'P80']).toEqual(
    [1, 4, 5, 1024, 1025, 32_767].map((gib) => diskTier('Premium_LRS', gib)?.name),
  );
  expect(diskTier('Premium_LRS', 32_768)).toBeUndefined();
});

test.each([
  [4, 3000, 750],
  [8, 4000, 1000],
  [160, 80_000, 2000],
  [65_536, 80_000, 2000],
])(
  'of a Premium SSD v2 disk of %i GiB at most %i IOPS can be asked, and with them %i MB/s',
  (gib, iops, throughput) => {
    const limits = provisionedLimits('PremiumV2_LRS');

    const ranges = performanceRanges(limits, { sizeGib: gib, iops });

    expect(ranges.iops.most).toBe(iops);
    expect(ranges.throughputMbps.most).toBe(throughput);
  },
);

test('pages of the disks, and their days, are told', () => {
  expect(Object.values(files.disks.sources)).toHaveLength(5);
  for (const { source, pageDate } of Object.values(files.disks.sources)) {
    expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
    expect(pageDate <= disksReadOn()).toBe(true);
  }
});
