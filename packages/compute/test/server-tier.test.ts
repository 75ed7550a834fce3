import { ServerTier, type ServerTierProps } from '@iris-azure/compute';
import {
  synthesized,
  type SynthesizedStack,
  testIdentity,
  testNetwork,
  testResourceGroup,
  testServerEnvironment,
} from '../../../test/support';

/** A tier in the application subnet, 10.20.2.0/24, with the given differences. */
function synthesizedTier(props: Partial<ServerTierProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new ServerTier(stack, 'Tier', {
      ...testServerEnvironment(resourceGroup),
      tier: 'application',
      highAvailability: 'availabilitySet',
      count: 2,
      size: 'Standard_E8s_v5',
      subnet: testNetwork(resourceGroup).subnets.application,
      identity: testIdentity,
      ...props,
    });
  });
}

const addressOf = (stack: SynthesizedStack, server: string) =>
  stack.at(`Tier/${server}/NetworkInterface`).block('ip_configuration').private_ip_address;

test('a tier has as many servers as are asked for, all of one size', () => {
  const machines = synthesizedTier({ count: 3 }).resources('azurerm_linux_virtual_machine');

  expect(machines.map(({ values }) => values.size)).toEqual(Array(3).fill('Standard_E8s_v5'));
});

test('all servers of a tier are in an availability set of their own', () => {
  const stack = synthesizedTier();
  const sets = stack.resources('azurerm_linux_virtual_machine').map(({ values }) => values.availability_set_id);

  expect(sets).toEqual(Array(2).fill(stack.only('azurerm_availability_set').reference('id')));
});

test('servers are tagged with their tier and named after it', () => {
  expect(synthesizedTier().at('Tier/Server0').values).toMatchObject({
    name: 'vm-trakcare-test-weu-application-0',
    tags: { 'iris-tier': 'application', 'iris-role': 'application' },
  });
});

test('servers act under the identity of the tier', () => {
  expect(synthesizedTier().at('Tier/Server1').block('identity')).toMatchObject({ identity_ids: [testIdentity.id] });
});

test('a server that is added changes nothing of those that exist', () => {
  const before = synthesizedTier({ count: 2 });
  const after = synthesizedTier({ count: 3 });

  for (const resource of before.all) {
    expect(after.at(resource.path)).toEqual(resource);
  }
});

test('a server that is added takes the next address', () => {
  const stack = synthesizedTier({ count: 3 });

  expect(['Server0', 'Server1', 'Server2'].map((server) => addressOf(stack, server))).toEqual([
    '10.20.2.11',
    '10.20.2.12',
    '10.20.2.13',
  ]);
});

test('application and print servers share a subnet, and no address of it', () => {
  const addresses = (tier: ServerTierProps['tier']) => {
    const stack = synthesizedTier({ tier, count: 99 });
    return Array.from({ length: 99 }, (_, number) => addressOf(stack, `Server${number}`));
  };

  expect(new Set([...addresses('application'), ...addresses('print')]).size).toBe(198);
});

test.each([0, -2, 100, 2.5, NaN])('fails on %d servers, and names the construct', (count) => {
  expect(() => synthesizedTier({ count })).toThrow(
    `trakcare-test-unit/Tier: a tier must have 1 to 99 servers, got ${count}; set count`,
  );
});

test('in zones, servers are spread over them and one that is added moves no other', () => {
  const zones = (count: number) =>
    synthesizedTier({ count, highAvailability: 'zones' })
      .resources('azurerm_linux_virtual_machine')
      .map(({ values }) => values.zone);

  expect(zones(4)).toEqual(['1', '2', '3', '1']);
  expect(zones(3)).toEqual(['1', '2', '3']);
});

describe('when a part of a tier runs', () => {
  const tagsOf = (stack: SynthesizedStack) =>
    stack
      .resources('azurerm_linux_virtual_machine')
      .map(({ values }) => (values.tags as Record<string, string>)['iris-capacity']);

  test('the last servers are tagged as on demand', () => {
    expect(tagsOf(synthesizedTier({ count: 3, running: 1 }))).toEqual([undefined, 'on-demand', 'on-demand']);
  });

  test('all run where nothing is said', () => {
    expect(tagsOf(synthesizedTier({ count: 3 }))).toEqual([undefined, undefined, undefined]);
  });

  test.each([-1, 1.5, 3])('fails on %d of two servers', (running) => {
    expect(() => synthesizedTier({ running })).toThrow(
      `trakcare-test-unit/Tier: running servers of a tier must be 0 to its count of 2, got ${running}; set running`,
    );
  });
});

test('a tier of which a workload is stated has servers of the cheapest size that carries it, and says so in tags', () => {
  const { values } = synthesizedTier({ size: undefined, workload: { vcpus: 8, memoryGib: 60 } }).at('Tier/Server0');

  expect(values.size).toMatch(/^Standard_[DEF]8/);
  expect(values.tags).toMatchObject({ 'iris-workload-vcpus': '8', 'iris-workload-memory-gib': '60' });
});

test.each([
  [{ size: undefined }, 'a server must have a size, or a workload that decides on it; set size'],
  [
    { size: 'Standard_D4s_v5', workload: { vcpus: 8, memoryGib: 16 } },
    'size Standard_D4s_v5 does not carry the workload: vCPUs 8 of 4',
  ],
])('fails on %j', (props, message) => {
  expect(() => synthesizedTier(props)).toThrow(message);
});
