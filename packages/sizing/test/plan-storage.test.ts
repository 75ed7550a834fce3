import { Refusal } from '@iris-azure/foundation';
import { planStorage, type Workload } from '@iris-azure/sizing';

const workload: Workload = { vcpus: 16, memoryGib: 128, capacityGib: 3000, iops: 12_000, throughputMbps: 500 };

test('Premium SSD: the fewest TiB that are billed, then the fewest disks', () => {
  const { database, volumes } = planStorage(workload);

  expect([database.disks, database.tier, database.billedGib]).toEqual([3, 'P30', 3072]);
  expect(volumes.wij).toEqual({ sizeGib: 128 });
  expect(volumes.journal).toEqual({ sizeGib: 1024 });
});

test('Premium SSD v2: what every disk has for nothing, before fewer disks', () => {
  const { database } = planStorage(workload, { diskType: 'PremiumV2_LRS' });

  expect(database.disks).toBe(4);
  expect(database.disk).toEqual({ sizeGib: 750, iops: 3000, throughputMbps: 125 });
});

test('a disk of 4096 GiB is made one GiB smaller, which the host caches', () => {
  const { database } = planStorage({ ...workload, capacityGib: 16 * 4095 });

  expect(database).toMatchObject({ disks: 16, tier: 'P50', disk: { sizeGib: 4095 }, cached: true });
});

test.each([
  [{ journalGib: 40_000 }, 'Premium_LRS', 'journalGib', 32_767, 40_000],
  [{ journalGib: 70_000 }, 'PremiumV2_LRS', 'journalGib', 65_536, 70_000],
  [{ memoryGib: 32_768 }, 'Premium_LRS', 'memoryGib', 32_767, 32_768],
  [{ capacityGib: 400_000 }, 'Premium_LRS', 'journalGib', 32_767, 100_000],
  [{ capacityGib: 400_000 }, 'PremiumV2_LRS', 'journalGib', 65_536, 100_000],
] as const)('fails on %j, which no single disk of %s holds, and names %s', (change, diskType, field, most, value) => {
  expect(() => planStorage({ ...workload, ...change }, { diskType })).toThrow(
    new Refusal(`${field} must be at most ${most}, which one disk of ${diskType} holds, got ${value}; set ${field}`),
  );
});

test.each([1, 0, -2])('fails on a machine with room for %i disks', (mostDisks) => {
  expect(() => planStorage(workload, { mostDisks })).toThrow(
    new Refusal(`databases must be striped over at least 2 disks, got room for ${mostDisks}; set size to a larger one`),
  );
});
