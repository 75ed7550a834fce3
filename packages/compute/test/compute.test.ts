import { synthesizedCompute } from './test-compute';

const compute = synthesizedCompute();

test.each([
  ['Web', 3, 'web'],
  ['Application', 2, 'application'],
  ['Print', 2, 'application'],
])('the tier %s has %i servers, in the subnet of tier %s', (tier, count, subnet) => {
  const cards = compute
    .resources('azurerm_network_interface')
    .filter(({ path }) => path.startsWith(`Compute/${tier}/`));

  expect(cards).toHaveLength(count);
  for (const card of cards) {
    expect(card.block('ip_configuration').subnet_id).toMatch(new RegExp(`/subnets/snet-${subnet}$`));
  }
});

test('there are no other servers', () => {
  expect(compute.resources('azurerm_linux_virtual_machine')).toHaveLength(7);
});

test('each tier has an availability set of its own', () => {
  expect(
    compute
      .resources('azurerm_availability_set')
      .map(({ path }) => path)
      .sort(),
  ).toEqual([
    'Compute/Application/AvailabilitySet/Resource',
    'Compute/Print/AvailabilitySet/Resource',
    'Compute/Web/AvailabilitySet/Resource',
  ]);
});

test('servers act under the identity of servers, not under that of the gateway or the mirror', () => {
  const identity = compute.at('Security/ServerIdentity').reference('id');

  for (const machine of compute.resources('azurerm_linux_virtual_machine')) {
    expect(machine.block('identity')).toMatchObject({ identity_ids: [identity] });
  }
});

test('gateway and external load balancer have a public address each, and nothing else has one', () => {
  expect(
    compute
      .resources('azurerm_public_ip')
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['Compute/GatewayPublicIp/Resource', 'Compute/WebPublicIp/Resource']);
});

test("the gateway's address has a DNS label, which Traffic Manager asks of an end point", () => {
  expect(compute.at('Compute/GatewayPublicIp').values).toMatchObject({
    domain_name_label: 'agw-contoso-trakcare-test-weu',
  });
});

test('a third web server changes no resource that exists, but for the addresses that the gateway serves', () => {
  const capacity = { size: 'Standard_D4s_v5', healthPath: '/health' };
  const before = synthesizedCompute({ web: { ...capacity, count: 2 } });
  const after = synthesizedCompute({ web: { ...capacity, count: 3 } });

  const changed = before.all.filter((resource) => {
    const now = after.at(resource.path);
    return now.address !== resource.address || JSON.stringify(now.values) !== JSON.stringify(resource.values);
  });

  expect(changed.map(({ path }) => path)).toEqual(['Compute/ApplicationGateway/Resource']);
});

test('a region without application and print servers has web servers alone', () => {
  const webOnly = synthesizedCompute({ application: undefined, print: undefined });

  expect(webOnly.resources('azurerm_availability_set').map(({ path }) => path)).toEqual([
    'Compute/Web/AvailabilitySet/Resource',
  ]);
});

test.each([
  ['Internet', 1],
  [['203.0.113.0/24'], 1],
  [['10.250.0.0/16', '203.0.113.0/24'], 1],
  [['10.250.0.0/16', '172.16.0.0/16'], 0],
] as const)('for users of %j there are %i external load balancers', (clients, count) => {
  const external = synthesizedCompute({ clients })
    .resources('azurerm_lb')
    .filter(({ path }) => path.startsWith('Compute/ExternalLoadBalancer/'));

  expect(external).toHaveLength(count);
});

test('fails on a client range that is none, and names the construct', () => {
  expect(() => synthesizedCompute({ clients: ['10.250.0.9/16'] })).toThrow(
    /^trakcare-test-unit\/Compute: address range must begin at its boundary/,
  );
});
