import { synthesizedCompute } from './test-compute';

const compute = synthesizedCompute();
const gateway = compute.only('azurerm_application_gateway');

test('the gateway is of version 2 with web application firewall, in all zones', () => {
  expect(gateway.values).toMatchObject({ sku: { name: 'WAF_v2', tier: 'WAF_v2' }, zones: ['1', '2', '3'] });
});

test('the gateway has never fewer than two instances', () => {
  expect(gateway.block('autoscale_configuration')).toMatchObject({ min_capacity: 2 });
});

test('clients need TLS 1.2 at least', () => {
  expect(gateway.block('ssl_policy')).toEqual({ policy_type: 'Predefined', policy_name: 'AppGwSslPolicy20220101' });
});

test('the gateway listens by HTTPS on port 443 alone', () => {
  expect(gateway.block('frontend_port')).toMatchObject({ port: 443 });
  expect(gateway.block('http_listener')).toMatchObject({ protocol: 'Https' });
});

test('the gateway takes its certificate from the vault, without version, so that it follows each renewal', () => {
  expect(gateway.block('ssl_certificate')).toEqual({
    name: gateway.block('http_listener').ssl_certificate_name,
    key_vault_secret_id: compute.only('azurerm_key_vault_certificate').reference('versionless_secret_id'),
  });
});

test('the gateway acts under the identity that may read the certificate', () => {
  expect(gateway.block('identity')).toMatchObject({
    type: 'UserAssigned',
    identity_ids: [compute.at('Security/GatewayIdentity').reference('id')],
  });
});

test('the gateway encrypts towards the web servers too, and checks their name', () => {
  expect(gateway.block('backend_http_settings')).toMatchObject({
    protocol: 'Https',
    port: 443,
    host_name: 'trakcare.contoso.example',
  });
});

describe('with TLS taken off at the gateway', () => {
  const offloaded = synthesizedCompute({
    web: { count: 2, size: 'Standard_D4s_v5', healthPath: '/health', tls: 'offloaded' },
  }).only('azurerm_application_gateway');

  test('web servers are reached and asked by plain HTTP', () => {
    expect(offloaded.block('backend_http_settings')).toMatchObject({ protocol: 'Http', port: 80 });
    expect(offloaded.block('probe')).toMatchObject({ protocol: 'Http' });
  });

  test('users still need TLS', () => {
    expect(offloaded.block('http_listener')).toMatchObject({ protocol: 'Https' });
    expect(offloaded.block('frontend_port')).toMatchObject({ port: 443 });
  });
});

describe('with users who come by VPN or ExpressRoute', () => {
  const both = synthesizedCompute({ clients: ['10.250.0.0/16'] }).only('azurerm_application_gateway');

  test('the gateway listens on the last address of its subnet too', () => {
    expect(both.blocks('frontend_ip_configuration')).toEqual([
      expect.objectContaining({ name: 'public' }),
      {
        name: 'private',
        subnet_id: both.block('gateway_ip_configuration').subnet_id,
        private_ip_address_allocation: 'Static',
        private_ip_address: '10.20.0.254',
      },
    ]);
  });

  test('each listener has HTTPS, and a rule that leads to the web servers', () => {
    const listeners = both.blocks('http_listener');
    const rules = both.blocks('request_routing_rule');

    expect(listeners.map(({ protocol }) => protocol)).toEqual(['Https', 'Https']);
    expect(listeners.map(({ frontend_ip_configuration_name }) => frontend_ip_configuration_name)).toEqual([
      'public',
      'private',
    ]);
    expect(rules.map(({ http_listener_name }) => http_listener_name)).toEqual(listeners.map(({ name }) => name));
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(2);
  });
});

test('a session stays with its web server by cookie', () => {
  expect(gateway.block('backend_http_settings')).toMatchObject({ cookie_based_affinity: 'Enabled' });
});

test('a web server that is taken out of service finishes its requests', () => {
  expect(gateway.block('backend_http_settings')).toMatchObject({ connection_draining: { enabled: true } });
});

test('the gateway asks for health by TLS, under the host name that users type', () => {
  expect(gateway.block('probe')).toMatchObject({
    name: gateway.block('backend_http_settings').probe_name,
    protocol: 'Https',
    host: 'trakcare.contoso.example',
    path: '/health',
  });
});

test('the gateway serves all web servers, by their fixed addresses', () => {
  expect(gateway.block('backend_address_pool')).toMatchObject({
    ip_addresses: ['10.20.1.11', '10.20.1.12', '10.20.1.13'],
  });
});

test('the gateway has one rule, from its listener to the web servers', () => {
  expect(gateway.block('request_routing_rule')).toMatchObject({
    http_listener_name: gateway.block('http_listener').name,
    backend_address_pool_name: gateway.block('backend_address_pool').name,
    backend_http_settings_name: gateway.block('backend_http_settings').name,
  });
});

test('the gateway is in its subnet, on its public address', () => {
  expect(gateway.block('gateway_ip_configuration').subnet_id).toMatch(/\/subnets\/snet-gateway$/);
  expect(gateway.block('frontend_ip_configuration')).toMatchObject({
    public_ip_address_id: compute.at('Compute/GatewayPublicIp').reference('id'),
  });
});

test('the web application firewall prevents, rather than only report', () => {
  const firewall = compute.only('azurerm_web_application_firewall_policy');

  expect(gateway.values).toMatchObject({ firewall_policy_id: firewall.reference('id') });
  expect(firewall.block('policy_settings')).toMatchObject({
    enabled: true,
    mode: 'Prevention',
    request_body_check: true,
  });
});

test("the web application firewall has Microsoft's default rules and those against bots", () => {
  const rules = compute.only('azurerm_web_application_firewall_policy').block('managed_rules');

  expect(rules).toMatchObject({
    managed_rule_set: [
      { type: 'Microsoft_DefaultRuleSet', version: '2.1' },
      { type: 'Microsoft_BotManagerRuleSet', version: '1.1' },
    ],
  });
});
