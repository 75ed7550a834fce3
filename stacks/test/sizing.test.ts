import path from 'node:path';
import { type EnvironmentOf, readEnvironment } from '@iris-azure/foundation';
import { isOffered } from '@iris-azure/sizing';
import { environmentsFolder } from '@iris-azure/stacks';
import { mirrorOf, tierOf } from '../src/sizing';
import { synthesizedEnvironment } from './production';

const environment = readEnvironment(path.join(environmentsFolder, 'iris-prod.yaml')) as EnvironmentOf<'iris'>;
const { workload } = environment.mirror;
const planned = { ...environment.mirror, size: undefined, volumes: undefined };

test('a mirror planned from its workload has a size that both regions offer', () => {
  const { size } = mirrorOf(environment, planned);

  expect(isOffered(size, environment.primary.name)).toBe(true);
  expect(isOffered(size, environment.disasterRecovery?.name ?? '')).toBe(true);
});

test('sizes that are given stay as they are, whatever the workload would choose', () => {
  expect(mirrorOf(environment, environment.mirror)).toMatchObject({
    size: environment.mirror.size,
    volumes: environment.mirror.volumes,
    workload,
  });
});

test('a series that is about to end is chosen for an environment that ends before it', () => {
  const ends = { ...environment, lastsUntil: '2027-06-30' };
  const tier = { count: 2, workload: { vcpus: 4, memoryGib: 8 } };

  expect(tierOf(environment, tier, 'web').size).not.toMatch(/_F\d+s_v2$/);
  expect(tierOf(ends, tier, 'web').size).toMatch(/_F\d+s_v2$/);
});

test('fails on a workload that a given size does not carry, with the name of the mirror', () => {
  const small = { ...environment.mirror, size: 'Standard_E4ds_v5' };

  expect(() => mirrorOf(environment, small)).toThrow(
    /^mirror IRIS: size Standard_E4ds_v5 does not carry the workload: vCPUs 16 of 4, memory 112 of 32 GiB/,
  );
});

test('the DR async member states the workload too, and is of the size of the primary', () => {
  const { stacks } = synthesizedEnvironment('healthshare-test');
  const machines = Object.values(stacks)
    .flatMap((stack) => stack.resources('azurerm_linux_virtual_machine'))
    .filter(({ values }) => (values.tags as Record<string, string>)['iris-mirror'] === 'HPI')
    .filter(({ values }) => (values.tags as Record<string, string>)['iris-role'] !== 'arbiter');

  expect(machines).toHaveLength(3);
  expect(new Set(machines.map(({ values }) => values.size)).size).toBe(1);
  for (const { values } of machines) {
    expect(values.tags).toMatchObject({ 'iris-workload-iops': '9000' });
  }
});
