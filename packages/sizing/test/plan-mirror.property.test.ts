import { Refusal, type RegionName } from '@iris-azure/foundation';
import {
  compareRanks,
  hourlyPrice,
  layOutVolumes,
  machineRank,
  type MirrorPlan,
  type MirrorPlanOptions,
  planMirror,
} from '@iris-azure/sizing';
import fc from 'fast-check';
import { files, sizeInFile } from './support/catalogues';
import { growing, unlessRefused, workloads } from './support/demands';

const options: fc.Arbitrary<MirrorPlanOptions> = fc.record({
  regions: fc.uniqueArray(fc.constantFrom<RegionName>('westeurope', 'northeurope', 'japaneast', 'uaecentral'), {
    minLength: 1,
    maxLength: 2,
  }),
  diskType: fc.constantFrom('Premium_LRS' as const, 'PremiumV2_LRS' as const),
});

/** IOPS and MB/s of all database disks and of the machine, from the files of the catalogues alone. */
function figuresOf({ size, volumes: { database } }: MirrorPlan, { diskType }: MirrorPlanOptions) {
  const tier = files.disks.tiers.Premium_LRS.find(({ sizeGib }) => database.sizeGib <= sizeGib);
  const each = diskType === 'PremiumV2_LRS' ? database : tier;
  const machine = sizeInFile(size);
  const passedOn = (diskType === 'PremiumV2_LRS' ? machine.uncachedV2 : undefined) ?? machine.uncached;
  return {
    machine,
    iops: Math.min(database.disks * (each?.iops ?? 0), passedOn?.[0] ?? 0),
    throughputMbps: Math.min(database.disks * (each?.throughputMbps ?? 0), passedOn?.[1] ?? 0),
  };
}

test("a mirror's machine and disks together carry its workload", () => {
  fc.assert(
    fc.property(workloads, options, (workload, given) => {
      const plan = unlessRefused(() => planMirror({ workload }, given));
      fc.pre(plan !== undefined);

      const { machine, iops, throughputMbps } = figuresOf(plan, given);
      expect(machine.vcpus).toBeGreaterThanOrEqual(workload.vcpus);
      expect(machine.memoryGib).toBeGreaterThanOrEqual(workload.memoryGib);
      expect(iops).toBeGreaterThanOrEqual(workload.iops);
      expect(throughputMbps).toBeGreaterThanOrEqual(workload.throughputMbps);
      expect(plan.volumes.database.disks * plan.volumes.database.sizeGib).toBeGreaterThanOrEqual(workload.capacityGib);
    }),
  );
});

test('all disks have a LUN, and the machine takes so many', () => {
  fc.assert(
    fc.property(workloads, options, (workload, given) => {
      const plan = unlessRefused(() => planMirror({ workload }, given));
      fc.pre(plan !== undefined);

      const luns = layOutVolumes(plan.volumes).map(({ lun }) => lun);
      expect(luns.length).toBeLessThanOrEqual(sizeInFile(plan.size).dataDisks);
      expect(new Set(luns).size).toBe(luns.length);
      expect(Math.max(...luns)).toBeLessThanOrEqual(63);
    }),
  );
});

test('what was planned is taken when it is given: together, and each by itself', () => {
  fc.assert(
    fc.property(workloads, options, (workload, given) => {
      const plan = unlessRefused(() => planMirror({ workload }, given));
      fc.pre(plan !== undefined);

      const { size, volumes } = plan;
      expect(planMirror({ workload, size, volumes }, given)).toMatchObject({ size, volumes });
      expect(planMirror({ workload, size }, given)).toMatchObject({ size, volumes });
      expect(planMirror({ workload, volumes }, given).volumes).toEqual(volumes);
    }),
  );
});

test("a mirror's machine does not become better when its workload grows, nor possible when it was not", () => {
  fc.assert(
    fc.property(growing(workloads), options, ([less, more], given) => {
      const larger = unlessRefused(() => planMirror({ workload: more }, given));
      fc.pre(larger !== undefined);

      const smaller = planMirror({ workload: less }, given);
      expect(compareRanks(rankOf(smaller, given), rankOf(larger, given))).toBeLessThanOrEqual(0);
    }),
  );
});

test.each([
  ['iops', 10_000_000, /iops at most \d+, got 10000000/],
  ['throughputMbps', 10_000_000, /throughputMbps at most \d+, got 10000000/],
  ['capacityGib', 10_000_000, /capacityGib at most \d+, got 10000000/],
  ['memoryGib', 30_000, /Standard_\w+ comes nearest, and lacks .*memory 30000 of \d+ GiB/],
  ['vcpus', 1000, /Standard_\w+ comes nearest, and lacks .*vCPUs 1000 of \d+/],
] as const)('fails on %s that no mirror carries, and names the most', (field, value, message) => {
  fc.assert(
    fc.property(workloads, options, (small, given) => {
      const capacityGib = Math.min(small.capacityGib, 100_000);
      const plan = () => planMirror({ workload: { ...small, capacityGib, [field]: value } }, given);

      expect(plan).toThrow(Refusal);
      expect(plan).toThrow(message);
    }),
    { numRuns: 20 },
  );
});

function rankOf({ size, machine }: MirrorPlan, { regions }: MirrorPlanOptions) {
  expect(machine?.size.name).toBe(size);
  expect(machine?.hourlyPrice).toBe(hourlyPrice(size, regions[0] ?? ''));
  return machine ? machineRank(machine) : [];
}
