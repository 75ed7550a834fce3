import { Refusal, type RegionName } from '@iris-azure/foundation';
import {
  chooseMachine,
  compareRanks,
  type MachineCandidate,
  type MachineDemand,
  machineRank,
  planServer,
} from '@iris-azure/sizing';
import fc from 'fast-check';
import { files, priceInFile, sizeInFile, sizeNames } from './support/catalogues';
import { figure, growing, unlessRefused } from './support/demands';

const demands: fc.Arbitrary<MachineDemand> = fc
  .record(
    { vcpus: figure(140), memoryGib: figure(1200), iops: figure(200_000), throughputMbps: figure(7000) },
    { requiredKeys: ['vcpus', 'memoryGib'] },
  )
  .map((demand) => demand as MachineDemand);

const regionName = fc.constantFrom(...(Object.keys(files.offers.regions) as RegionName[]));
const options = fc.record({
  regions: fc.uniqueArray(regionName, { minLength: 1, maxLength: 3 }),
  dataDisks: fc.integer({ min: 0, max: 24 }),
  diskType: fc.constantFrom('Premium_LRS' as const, 'PremiumV2_LRS' as const),
  cheapest: fc.constantFrom('price' as const, 'vcpus' as const),
});
type Options = typeof options extends fc.Arbitrary<infer Value> ? Value : never;

/** What a size has of each thing that is asked, from the file of the catalogue alone; 0 where the file does not tell. */
function has(name: string, { diskType }: Options): Record<keyof MachineDemand | 'dataDisks', number> {
  const { vcpus, memoryGib, dataDisks, uncached, uncachedV2 } = sizeInFile(name);
  const [iops, throughputMbps] = (diskType === 'PremiumV2_LRS' ? uncachedV2 : undefined) ?? uncached ?? [0, 0];
  return { vcpus, memoryGib, dataDisks, iops, throughputMbps };
}

/** Share of what is used most of a size. */
function mostUsed(name: string, demand: MachineDemand, given: Options): number {
  const limits = has(name, given);
  const asked = Object.entries({ ...demand, dataDisks: given.dataDisks });
  return Math.max(...asked.map(([field, value]) => value / limits[field as keyof typeof limits]));
}

/** Sizes that Azure will still have, and that a database may be on. */
const fitSizes = sizeNames.filter((name) => {
  const { series } = sizeInFile(name);
  const facts = files.machineSizes.series[series];
  const ends = files.retirements.retirements.some(({ sizes }) => new RegExp(sizes).test(name));
  return facts?.premiumStorage === true && facts.trustedLaunch && !ends && !series.startsWith('B');
});

/** Those of them that all regions offer. */
function eligible({ regions }: Options): string[] {
  return fitSizes.filter((name) => regions.every((region) => priceInFile(name, region) > 0));
}

test('a machine and its alternatives carry what is asked, and are offered in every region', () => {
  fc.assert(
    fc.property(demands, options, (demand, given) => {
      const choice = unlessRefused(() => chooseMachine(demand, given));
      fc.pre(choice !== undefined);

      const fit = new Set(eligible(given));
      for (const { size, hourlyPrice } of [choice, ...choice.alternatives]) {
        expect(mostUsed(size.name, demand, given)).toBeLessThanOrEqual(1);
        expect(fit).toContain(size.name);
        expect(hourlyPrice).toBe(priceInFile(size.name, given.regions[0] ?? 'westeurope'));
      }
    }),
  );
});

test('every size that carries what is asked is chosen or an alternative, and none is better than the one that is chosen', () => {
  fc.assert(
    fc.property(demands, options, (demand, given) => {
      const choice = unlessRefused(() => chooseMachine(demand, given));
      const carrying = eligible(given).filter((name) => mostUsed(name, demand, given) <= 1);

      const found = choice ? [choice, ...choice.alternatives] : [];
      expect(found.map(({ size }) => size.name).sort()).toEqual(carrying.sort());
      const ranks = found.map((candidate) => machineRank(candidate, given.cheapest));
      expect(ranks).toEqual([...ranks].sort(compareRanks));
    }),
    { numRuns: 50 },
  );
});

test('the limit that binds first is the one that is used most', () => {
  fc.assert(
    fc.property(demands, options, (demand, given) => {
      const choice = unlessRefused(() => chooseMachine(demand, given));
      fc.pre(choice !== undefined);

      const { demand: asked, limit } = choice.tightest;
      expect(asked / limit).toBe(mostUsed(choice.size.name, demand, given));
    }),
  );
});

test('a machine does not become better when a demand or the number of disks grows, nor possible when it was not', () => {
  fc.assert(
    fc.property(growing(demands), options, fc.integer({ min: 0, max: 16 }), ([less, more], given, moreDisks) => {
      const larger = unlessRefused(() => chooseMachine(more, { ...given, dataDisks: given.dataDisks + moreDisks }));
      fc.pre(larger !== undefined);

      const rank = (candidate: MachineCandidate) => machineRank(candidate, given.cheapest);
      expect(compareRanks(rank(chooseMachine(less, given)), rank(larger))).toBeLessThanOrEqual(0);
    }),
  );
});

test('a machine does not become better when it is to be offered in one more region', () => {
  fc.assert(
    fc.property(demands, options, regionName, (demand, given, region) => {
      const fewer = unlessRefused(() => chooseMachine(demand, { ...given, regions: [...given.regions, region] }));
      fc.pre(fewer !== undefined);

      const ranks = [chooseMachine(demand, given), fewer].map((choice) => machineRank(choice, given.cheapest));
      expect(compareRanks(ranks[0] ?? [], ranks[1] ?? [])).toBeLessThanOrEqual(0);
    }),
  );
});

test('fails on what no size carries, and names the size that comes nearest with all that it lacks', () => {
  const field = fc.constantFrom('vcpus', 'memoryGib', 'iops', 'throughputMbps');
  fc.assert(
    fc.property(
      demands,
      options,
      field,
      fc.double({ min: 1.01, max: 5, noNaN: true }),
      (small, given, beyond, times) => {
        const names = eligible(given);
        const most = Math.max(...names.map((name) => has(name, given)[beyond]));
        const demand: MachineDemand = { ...small, [beyond]: most * times };

        const refusal = refusalOf(() => chooseMachine(demand, given));

        const [, nearest = '', lacking = ''] =
          /^no size in .* carries the workload; (\S+) comes nearest, and lacks (.*); lower the workload/.exec(
            refusal,
          ) ?? [];
        const shares = names.map((name) => mostUsed(name, demand, given));
        expect(mostUsed(nearest, demand, given)).toBe(Math.min(...shares));
        expect(lacking).toContain(`${labels[beyond]} ${demand[beyond] ?? 0} of ${has(nearest, given)[beyond]}`);
      },
    ),
    { numRuns: 50 },
  );
});

test('a server has the size that chooseMachine chooses for its vCPUs and memory', () => {
  const small = fc.record({ vcpus: figure(32), memoryGib: figure(128) });
  fc.assert(
    fc.property(small, regionName, (workload, region) => {
      const size = planServer({ workload }, { regions: [region] });

      expect(size).toBe(chooseMachine(workload, { regions: [region] }).size.name);
      expect(sizeInFile(size).vcpus).toBeGreaterThanOrEqual(workload.vcpus);
      expect(sizeInFile(size).memoryGib).toBeGreaterThanOrEqual(workload.memoryGib);
    }),
  );
});

const labels = { vcpus: 'vCPUs', memoryGib: 'memory', iops: 'IOPS', throughputMbps: 'throughput' } as const;

function refusalOf(plan: () => unknown): string {
  try {
    plan();
  } catch (error) {
    if (error instanceof Refusal) {
      return error.message;
    }
    throw error;
  }
  return '';
}
