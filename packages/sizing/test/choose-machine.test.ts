import { Refusal } from '@iris-azure/foundation';
import { assessMachine, chooseMachine, planServer, retirementOf } from '@iris-azure/sizing';

const demand = { vcpus: 16, memoryGib: 128, iops: 20_000, throughputMbps: 500 };
const options = { regions: ['westeurope', 'northeurope'], dataDisks: 8 } as const;

test('the cheapest machine of those that carry the demand', () => {
  const { hourlyPrice = 0, alternatives, limits } = chooseMachine(demand, options);

  expect(alternatives.length).toBeGreaterThan(10);
  expect(Math.min(...alternatives.map((other) => other.hourlyPrice ?? 0))).toBeGreaterThanOrEqual(hourlyPrice);
  expect(limits.map(({ name }) => name)).toEqual(['vCPUs', 'memory', 'data disks', 'IOPS', 'throughput']);
});

test('where licences cost more than machines, the one with fewest vCPUs, though it is not the cheapest', () => {
  const much = { vcpus: 2, memoryGib: 16, iops: 20_000, throughputMbps: 500 };

  const [fewest, cheapest] = [chooseMachine(much, { ...options, cheapest: 'vcpus' }), chooseMachine(much, options)];

  expect(fewest.alternatives.every(({ size }) => size.vcpus >= fewest.size.vcpus)).toBe(true);
  expect(fewest.size.vcpus).toBeLessThan(cheapest.size.vcpus);
  expect(fewest.hourlyPrice).toBeGreaterThan(cheapest.hourlyPrice ?? Infinity);
});

test('a size whose end is announced is chosen for what is gone before it, and not for what lasts to its day', () => {
  const names = (lastsUntil?: string) => {
    const { size, alternatives } = chooseMachine({ vcpus: 2, memoryGib: 8 }, { regions: ['westeurope'], lastsUntil });
    return [size.name, ...alternatives.map((other) => other.size.name)];
  };

  expect(names().some((name) => retirementOf(name))).toBe(false);
  expect(names('2029-11-14')).toContain('Standard_D4s_v3');
  expect(names('2029-11-15')).not.toContain('Standard_D4s_v3');
});

test('of a sovereign region no prices are known: the size with least memory, of those the one with fewest vCPUs', () => {
  const { size, hourlyPrice, alternatives } = chooseMachine(demand, { ...options, regions: ['usgovvirginia'] });

  expect(hourlyPrice).toBeUndefined();
  expect(Math.min(...alternatives.map((other) => other.size.memoryGib))).toBe(size.memoryGib);
});

test.each([
  ['burstable', 'Standard_B16s_v2'],
  ['without Trusted Launch', 'Standard_M16bds_v3'],
  ['without Premium storage', 'Standard_D5_v2'],
  ['not offered in every region', 'Standard_M64-32ms_v2'],
])('a size that is %s is not chosen', (_what, name) => {
  const { size, alternatives } = chooseMachine({ vcpus: 8, memoryGib: 32 }, options);

  expect([size, ...alternatives.map((other) => other.size)].map((each) => each.name)).not.toContain(name);
});

test('what a demand uses of a size that is given is told by its limits', () => {
  expect(assessMachine('Standard_E32ds_v5', { ...demand, throughputMbps: 700 }, options)).toMatchObject({
    size: { name: 'Standard_E32ds_v5' },
    tightest: { name: 'throughput', demand: 700, limit: 865, unit: 'MB/s' },
  });
});

test('fails on a size that does not carry the demand, with all that it lacks', () => {
  expect(() => assessMachine('Standard_E4ds_v5', demand, options)).toThrow(
    new Refusal(
      'size Standard_E4ds_v5 does not carry the workload: vCPUs 16 of 4, memory 128 of 32 GiB, IOPS 20000 of 6400, ' +
        'throughput 500 of 145 MB/s; set size to a larger one, or leave it out',
    ),
  );
});

test('fails on a size that is not in the catalogue, and on one whose limits are not', () => {
  expect(() => assessMachine('Standard_Z1', demand, options)).toThrow(
    "size must be in the catalogue of machine sizes, got 'Standard_Z1'",
  );
  expect(() => assessMachine('Standard_D13', demand, options)).toThrow(
    new Refusal('size Standard_D13 must carry the workload, and what it passes on is not known; set size to another'),
  );
});

test('a server has the size that it is given, where that has what is asked', () => {
  const size = 'Standard_D4s_v5';

  expect(planServer({ size }, options)).toBe(size);
  expect(planServer({ size, workload: { vcpus: 4, memoryGib: 16 } }, options)).toBe(size);
  expect(() => planServer({ size, workload: { vcpus: 4, memoryGib: 17 } }, options)).toThrow('memory 17 of 16 GiB');
});

test('fails on a server of which neither size nor workload is given', () => {
  expect(() => planServer({}, options)).toThrow(
    new Refusal('a server must have a size, or a workload that decides on it; set size'),
  );
});
