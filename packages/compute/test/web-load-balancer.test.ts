import { synthesizedCompute } from './test-compute';

const compute = synthesizedCompute();
const balancers = ['Compute/InternalLoadBalancer', 'Compute/ExternalLoadBalancer'];

test('there is an internal and an external load balancer, and no other', () => {
  expect(
    compute
      .resources('azurerm_lb')
      .map(({ path }) => path)
      .sort(),
  ).toEqual(balancers.map((path) => `${path}/Resource`).sort());
});

test('the internal load balancer has a fixed address in the web subnet, in all zones', () => {
  const balancer = compute.at('Compute/InternalLoadBalancer');
  const frontend = balancer.block('frontend_ip_configuration');

  expect(balancer.values).toMatchObject({ tags: { 'iris-endpoint': 'web-internal' } });
  expect(frontend).toMatchObject({
    private_ip_address_allocation: 'Static',
    private_ip_address: '10.20.1.10',
    zones: ['1', '2', '3'],
  });
  expect(frontend.subnet_id).toMatch(/\/subnets\/snet-web$/);
  expect(frontend).not.toHaveProperty('public_ip_address_id');
});

test('the external load balancer has a public address alone', () => {
  const balancer = compute.at('Compute/ExternalLoadBalancer');

  expect(balancer.values).toMatchObject({ tags: { 'iris-endpoint': 'web-external' } });
  expect(balancer.block('frontend_ip_configuration')).toEqual({
    name: 'web',
    public_ip_address_id: compute.at('Compute/WebPublicIp').reference('id'),
  });
});

describe.each(balancers)('%s', (path) => {
  const rule = compute.at(`${path}/Rule`);

  test('is Standard', () => {
    expect(compute.at(path).values).toMatchObject({ sku: 'Standard' });
  });

  test('has one rule, which forwards TLS alone', () => {
    expect(compute.resources('azurerm_lb_rule').filter((other) => other.path.startsWith(`${path}/`))).toEqual([rule]);
    expect(rule.values).toMatchObject({ protocol: 'Tcp', frontend_port: 443, backend_port: 443 });
  });

  test('keeps a client on its server by the 2-tuple', () => {
    expect(rule.values).toMatchObject({ load_distribution: 'SourceIP' });
  });

  test('asks each server for its health over TLS each five seconds, and believes the first answer', () => {
    expect(rule.values).toMatchObject({ probe_id: compute.at(`${path}/Probe`).reference('id') });
    expect(compute.at(`${path}/Probe`).values).toMatchObject({
      protocol: 'Https',
      port: 443,
      request_path: '/health',
      interval_in_seconds: 5,
      probe_threshold: 1,
    });
  });

  test('resets connections to a server that fails', () => {
    expect(rule.values).toMatchObject({ tcp_reset_enabled: true });
  });

  test('gives no server a way out', () => {
    expect(rule.values).toMatchObject({ disable_outbound_snat: true });
  });

  test('serves all web servers and no other', () => {
    const pool = compute.at(`${path}/Pool`).reference('id');
    const served = compute
      .resources('azurerm_network_interface_backend_address_pool_association')
      .filter(({ values }) => values.backend_address_pool_id === pool)
      .map(({ values }) => values.network_interface_id);

    expect(rule.values).toMatchObject({ backend_address_pool_ids: [pool] });
    expect(served).toEqual(
      [0, 1, 2].map((number) => compute.at(`Compute/Web/Server${number}/NetworkInterface`).reference('id')),
    );
  });
});

test.each(['azureFirewall', 'appliance'] as const)('behind %s there is no external load balancer', (egress) => {
  const guarded = synthesizedCompute({}, egress);

  expect(guarded.resources('azurerm_lb').map(({ path }) => path)).toEqual(['Compute/InternalLoadBalancer/Resource']);
  expect(guarded.resources('azurerm_public_ip').map(({ path }) => path)).toEqual(['Compute/GatewayPublicIp/Resource']);
});
