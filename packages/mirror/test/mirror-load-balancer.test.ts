import { synthesizedMirror } from './test-mirror';

const mirror = synthesizedMirror({ statusPath: '/iris/csp/bin/mirror_status.cxw' });
const loadBalancer = mirror.only('azurerm_lb');
const pool = mirror.only('azurerm_lb_backend_address_pool');
const probe = mirror.only('azurerm_lb_probe');
const rule = mirror.only('azurerm_lb_rule');

test("the mirror's load balancer is Standard, and tagged as what it is", () => {
  expect(loadBalancer.values).toMatchObject({ sku: 'Standard', tags: { 'iris-endpoint': 'mirror' } });
});

test('it listens on one fixed address of the data subnet, in all zones', () => {
  const frontend = loadBalancer.block('frontend_ip_configuration');

  expect(frontend).toMatchObject({
    private_ip_address_allocation: 'Static',
    private_ip_address: '10.20.3.10',
    zones: ['1', '2', '3'],
  });
  expect(frontend.subnet_id).toMatch(/\/subnets\/snet-data$/);
});

test('it has no public address', () => {
  expect(loadBalancer.block('frontend_ip_configuration')).not.toHaveProperty('public_ip_address_id');
  expect(mirror.resources('azurerm_public_ip')).toEqual([]);
});

test('it asks for the mirror status page by HTTP each five seconds, and believes the first answer', () => {
  expect(probe.values).toMatchObject({
    protocol: 'Http',
    port: 80,
    request_path: '/iris/csp/bin/mirror_status.cxw',
    interval_in_seconds: 5,
    probe_threshold: 1,
    number_of_probes: 1,
  });
});

test('it forwards the superserver port alone, to the member that answers its probe', () => {
  expect(rule.values).toMatchObject({
    protocol: 'Tcp',
    frontend_port: 1972,
    backend_port: 1972,
    probe_id: probe.reference('id'),
    backend_address_pool_ids: [pool.reference('id')],
  });
});

test('it resets connections to a member that fails, rather than leave them open', () => {
  expect(rule.values).toMatchObject({ tcp_reset_enabled: true });
});

test('it forwards to no fixed member, wherever the client comes from', () => {
  expect(rule.values).not.toHaveProperty('load_distribution');
});

test('members go out by NAT gateway, not through the load balancer', () => {
  expect(rule.values).toMatchObject({ disable_outbound_snat: true });
  expect(mirror.resources('azurerm_lb_outbound_rule')).toEqual([]);
});

test('its pool holds primary and backup, and not the arbiter', () => {
  const associations = mirror.resources('azurerm_network_interface_backend_address_pool_association');

  expect(associations.map(({ values }) => values.network_interface_id).sort()).toEqual(
    ['Mirror/Backup', 'Mirror/Primary'].map((path) => mirror.at(`${path}/NetworkInterface`).reference('id')).sort(),
  );
  expect(new Set(associations.map(({ values }) => values.backend_address_pool_id))).toEqual(
    new Set([pool.reference('id')]),
  );
});
