import { Refusal } from '@iris-azure/foundation';
import {
  compareRanks,
  diskRank,
  type DiskStripe,
  type PlannedDiskType,
  planStorage,
  type StorageDemand,
} from '@iris-azure/sizing';
import fc from 'fast-check';
import { files } from './support/catalogues';
import { figure, growing, unlessRefused, workloads } from './support/demands';

const diskTypes: readonly PlannedDiskType[] = ['Premium_LRS', 'PremiumV2_LRS'];
const mostDisks = fc.integer({ min: 2, max: 16 });

/** What one disk does, from the file of the catalogue alone. */
function eachDisk({ disk, tier: name }: DiskStripe) {
  const tier = files.disks.tiers.Premium_LRS.find(({ sizeGib }) => disk.sizeGib <= sizeGib);
  return name === undefined
    ? { iops: disk.iops ?? 0, throughputMbps: disk.throughputMbps ?? 0 }
    : { iops: tier?.iops ?? 0, throughputMbps: tier?.throughputMbps ?? 0 };
}

function expectCarries(stripe: DiskStripe, { capacityGib, iops, throughputMbps }: StorageDemand) {
  const each = eachDisk(stripe);
  expect(stripe.disks * stripe.disk.sizeGib).toBeGreaterThanOrEqual(capacityGib);
  expect(stripe.disks * each.iops).toBeGreaterThanOrEqual(iops);
  expect(stripe.disks * each.throughputMbps).toBeGreaterThanOrEqual(throughputMbps);
}

describe.each(diskTypes)('disks of %s', (diskType) => {
  test('carry what they are planned for, the alternatives too, and there are no more than may be', () => {
    fc.assert(
      fc.property(workloads, mostDisks, (workload, most) => {
        const plan = unlessRefused(() => planStorage(workload, { diskType, mostDisks: most }));
        fc.pre(plan !== undefined);

        for (const stripe of [plan.database, ...plan.alternatives]) {
          expectCarries(stripe, workload);
          expect(stripe.disks).toBeGreaterThanOrEqual(2);
          expect(stripe.disks).toBeLessThanOrEqual(most);
        }
        expect(plan.volumes.database).toEqual({ ...plan.database.disk, disks: plan.database.disks });
        expect(plan.stripe.disks).toBe(plan.database.disks);
      }),
    );
  });

  test('hold the memory in the write image journal, and the journals in each of two', () => {
    const journals = fc.option(figure(40_000), { nil: undefined });
    fc.assert(
      fc.property(workloads, journals, (workload, journalGib) => {
        const plan = unlessRefused(() => planStorage({ ...workload, journalGib }, { diskType }));
        fc.pre(plan !== undefined);

        const { wij, journal, alternateJournal } = plan.volumes;
        expect(wij.sizeGib).toBeGreaterThanOrEqual(workload.memoryGib);
        expect(journal.sizeGib).toBeGreaterThanOrEqual(journalGib ?? workload.capacityGib / 4);
        expect(alternateJournal).toEqual(journal);
      }),
    );
  });

  test('are never worse than an alternative', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const plan = unlessRefused(() => planStorage(workload, { diskType }));
        fc.pre(plan !== undefined);

        const ranks = [plan.database, ...plan.alternatives].map(diskRank);
        expect(ranks).toEqual([...ranks].sort(compareRanks));
      }),
    );
  });

  test('do not become better when a demand grows, nor possible when it was not', () => {
    fc.assert(
      fc.property(growing(workloads), mostDisks, ([less, more], most) => {
        const larger = unlessRefused(() => planStorage(more, { diskType, mostDisks: most }));
        fc.pre(larger !== undefined);

        const smaller = planStorage(less, { diskType, mostDisks: most });
        expect(compareRanks(diskRank(smaller.database), diskRank(larger.database))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('fails on a demand beyond the most that so many disks give, with the field, the most and the value', () => {
    const most = (diskType === 'Premium_LRS' ? premium : premiumV2)();
    const fields = fc.constantFrom('capacityGib', 'iops', 'throughputMbps');
    fc.assert(
      fc.property(workloads, fields, mostDisks, figure(10_000), (workload, field, disks, excess) => {
        const value = most[field] * disks + excess;
        const plan = () => planStorage({ ...workload, [field]: value }, { diskType, mostDisks: disks });

        expect(plan).toThrow(Refusal);
        expect(plan).toThrow(`${disks} disks of ${diskType} give`);
        expect(plan).toThrow(`${field} at most ${most[field] * disks}, got ${value}`);
      }),
    );
  });

  test('fails on a figure that is none, and names it', () => {
    const none = fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY);
    const fields = fc.constantFrom('vcpus', 'memoryGib', 'capacityGib', 'iops', 'throughputMbps', 'journalGib');
    fc.assert(
      fc.property(workloads, fields, none, (workload, field, value) => {
        expect(() => planStorage({ ...workload, [field]: value }, { diskType })).toThrow(
          new Refusal(`workload.${field} must be a number above 0, got ${value}; set ${field}`),
        );
      }),
    );
  });
});

test('each Premium SSD v2 disk has the size that its IOPS need, and the IOPS that its throughput needs', () => {
  const { sizeGib, iops, throughputMbps } = files.disks.provisioned.PremiumV2_LRS;
  fc.assert(
    fc.property(workloads, (workload) => {
      const plan = unlessRefused(() => planStorage(workload, { diskType: 'PremiumV2_LRS' }));
      fc.pre(plan !== undefined);

      for (const { disk } of [plan.database, ...plan.alternatives]) {
        const { iops: asked = 0, throughputMbps: throughput = 0 } = disk;
        expect(disk.sizeGib).toBeLessThanOrEqual(sizeGib.most);
        expect(asked).toBeGreaterThanOrEqual(iops.least);
        expect(asked).toBeLessThanOrEqual(Math.min(iops.most, Math.max(iops.least, disk.sizeGib * iops.perGib)));
        expect(throughput).toBeGreaterThanOrEqual(throughputMbps.least);
        expect(throughput).toBeLessThanOrEqual(Math.min(throughputMbps.most, asked * throughputMbps.perIops));
        expect([disk.sizeGib, asked, throughput].every(Number.isInteger)).toBe(true);
      }
    }),
  );
});

test('databases that disks with a host cache can hold are on such disks', () => {
  fc.assert(
    fc.property(workloads, (workload) => {
      const plan = unlessRefused(() => planStorage(workload));
      fc.pre(plan !== undefined);

      const { database, alternatives } = plan;
      expect(database.cached).toBe(database.disk.sizeGib <= 4095);
      expect(database.cached).toBe([database, ...alternatives].some(({ cached }) => cached));
    }),
  );
});

function premium() {
  const tiers = files.disks.tiers.Premium_LRS;
  const most = (figure: 'sizeGib' | 'iops' | 'throughputMbps') => Math.max(...tiers.map((tier) => tier[figure]));
  return { capacityGib: most('sizeGib'), iops: most('iops'), throughputMbps: most('throughputMbps') };
}

function premiumV2() {
  const { sizeGib, iops, throughputMbps } = files.disks.provisioned.PremiumV2_LRS;
  return { capacityGib: sizeGib.most, iops: iops.most, throughputMbps: throughputMbps.most };
}
