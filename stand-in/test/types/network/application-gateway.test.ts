import { type JsonObject } from '../../../src/arm/json';
import { addInterface, addNetwork, addPublicAddress, body, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const gateway = `${west}/Microsoft.Network/applicationGateways/agw`;

const group = `${west}/Microsoft.Network/networkSecurityGroups/nsg`;

let client: Client;
let address: string;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  address = await addPublicAddress(client, 'pip');
});

afterEach(async () => client.close());

function at(collection: string, name: string) {
  return ref(`${gateway}/${collection}/${name}`);
}

const listener = (changes: JsonObject = {}, name = 'http') => ({
  name,
  properties: {
    frontendIPConfiguration: at('frontendIPConfigurations', 'public'),
    frontendPort: at('frontendPorts', 'http'),
    protocol: 'Http',
    ...changes,
  },
});

const rule = (changes: JsonObject = {}, name = 'web') => ({
  name,
  properties: {
    ruleType: 'Basic',
    priority: 100,
    httpListener: at('httpListeners', 'http'),
    backendAddressPool: at('backendAddressPools', 'servers'),
    backendHttpSettings: at('backendHttpSettingsCollection', 'https'),
    ...changes,
  },
});

function whole(properties: JsonObject = {}, beside: JsonObject = {}): JsonObject {
  return body(
    {
      sku: { name: 'Standard_v2', tier: 'Standard_v2' },
      autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
      gatewayIPConfigurations: [{ name: 'gateway', properties: { subnet: ref(subnet) } }],
      frontendIPConfigurations: [{ name: 'public', properties: { publicIPAddress: ref(address) } }],
      frontendPorts: [{ name: 'http', properties: { port: 80 } }],
      backendAddressPools: [{ name: 'servers', properties: { backendAddresses: [{ ipAddress: '10.0.2.4' }] } }],
      backendHttpSettingsCollection: [{ name: 'https', properties: { port: 443, protocol: 'Https' } }],
      httpListeners: [listener()],
      requestRoutingRules: [rule()],
      ...properties,
    },
    beside,
  );
}

test('shows its parts with ids', async () => {
  const { properties } = await client.make(gateway, whole());

  expect(properties['httpListeners']).toMatchObject([{ id: fullId(`${gateway}/httpListeners/http`) }]);
  expect(properties['operationalState']).toBe('Running');
});

test('listens at one port on its public and on a private address', async () => {
  const frontends = [
    { name: 'public', properties: { publicIPAddress: ref(address) } },
    {
      name: 'private',
      properties: { subnet: ref(subnet), privateIPAllocationMethod: 'Static', privateIPAddress: '10.0.1.254' },
    },
  ];
  const privateEnd = { frontendIPConfiguration: at('frontendIPConfigurations', 'private') };
  const properties = {
    frontendIPConfigurations: frontends,
    httpListeners: [listener(), listener(privateEnd, 'private')],
    requestRoutingRules: [rule(), rule({ httpListener: at('httpListeners', 'private'), priority: 110 }, 'private')],
  };
  await client.make(gateway, whole(properties));
  const again = await client.make(gateway, whole(properties));

  expect(again.properties['frontendIPConfigurations']).toMatchObject([
    { name: 'public' },
    { name: 'private', properties: { privateIPAddress: '10.0.1.254', privateIPAllocationMethod: 'Static' } },
  ]);
});

test.each([
  [
    'of the first version',
    { sku: { name: 'Standard_Small', tier: 'Standard' } },
    'ApplicationGatewayV1CreationNotAllowed',
  ],
  ['without capacity', { autoscaleConfiguration: undefined }, 'ApplicationGatewayInvalidCapacity'],
  [
    'whose least is more than its most',
    { autoscaleConfiguration: { minCapacity: 11, maxCapacity: 10 } },
    'ApplicationGatewayInvalidCapacity',
  ],
  [
    'with a rule without priority',
    { requestRoutingRules: [rule({ priority: undefined })] },
    'ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty',
  ],
  [
    'with two rules of one priority',
    {
      httpListeners: [listener(), listener({ hostName: 'a.example' }, 'two')],
      requestRoutingRules: [rule(), rule({ httpListener: at('httpListeners', 'two') }, 'two')],
    },
    'ApplicationGatewayRequestRoutingRulePriorityHasToBeUnique',
  ],
  [
    'with two listeners at one port',
    { httpListeners: [listener(), listener({}, 'two')] },
    'ApplicationGatewayListenersUsingSameFrontendPortAndFrontendIpConfig',
  ],
  [
    'with TLS and no certificate',
    { httpListeners: [listener({ protocol: 'Https' })] },
    'ApplicationGatewayHttpsListenerMustReferenceCertificate',
  ],
  [
    'with a rule for a pool that is not there',
    { requestRoutingRules: [rule({ backendAddressPool: at('backendAddressPools', 'none') })] },
    'InvalidResourceReference',
  ],
  [
    'whose certificate is in a vault that is not there',
    { sslCertificates: [{ name: 'web', properties: { keyVaultSecretId: 'https://kv.vault.azure.net/secrets/web' } }] },
    'ApplicationGatewayKeyVaultSecretException',
  ],
])('fails for one %s', async (_what, properties, code) => {
  expect(await client.put(gateway, whole(properties))).toMatchObject({ status: 400, code });
});

test('fails in a subnet with anything else in it', async () => {
  await addInterface(client, 'nic');

  expect(await client.put(gateway, whole())).toMatchObject({
    code: 'ApplicationGatewaySubnetCannotHaveOtherResources',
  });
});

test('fails behind a network security group that keeps Azure out', async () => {
  const securityRule = (source: string, priority: number, access: string) => ({
    name: `${access}${source}`.replace('*', 'All'),
    properties: {
      direction: 'Inbound',
      protocol: 'Tcp',
      access,
      priority,
      sourceAddressPrefix: source,
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: access === 'Deny' ? '*' : '65200-65535',
    },
  });
  const deny = securityRule('*', 4096, 'Deny');
  await client.make(group, body({ securityRules: [deny] }));
  await client.make(subnet, { properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: ref(group) } });

  expect(await client.put(gateway, whole())).toMatchObject({
    code: 'ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup',
  });

  await client.make(group, body({ securityRules: [deny, securityRule('GatewayManager', 100, 'Allow')] }));
  expect((await client.put(gateway, whole())).status).toBe(201);
});

describe('a firewall policy', () => {
  const policy = `${west}/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf`;
  const ruleSet = (ruleSetType: string, ruleSetVersion: string) => ({ ruleSetType, ruleSetVersion });
  const rules = (...managedRuleSets: JsonObject[]) => body({ managedRules: { managedRuleSets } });

  test('cannot be deleted while a gateway uses it, which has the sku for it', async () => {
    await client.make(policy, rules(ruleSet('OWASP', '3.2')));
    const firewallPolicy = ref(policy);

    expect(await client.put(gateway, whole({ firewallPolicy }))).toMatchObject({
      code: 'ApplicationGatewayFirewallCannotBeEnabledForSku',
    });
    await client.make(gateway, whole({ firewallPolicy, sku: { name: 'WAF_v2', tier: 'WAF_v2' } }));
    expect((await client.get(policy)).properties['applicationGateways']).toEqual([ref(gateway)]);
    expect(await client.delete(policy)).toMatchObject({ code: 'WebApplicationFirewallPolicyInUse' });
  });

  test.each([
    [
      'a rule set that is not known',
      [ruleSet('OWASP', '9.9')],
      'WebApplicationFirewallPolicyManagedRuleSetNotSupported',
    ],
    [
      'none but rules for bots',
      [ruleSet('Microsoft_BotManagerRuleSet', '1.1')],
      'WebApplicationFirewallPolicyMustHavePrimaryRuleSet',
    ],
  ])('fails with %s', async (_what, sets, code) => {
    expect(await client.put(policy, rules(...sets))).toMatchObject({ status: 400, code });
  });
});

test('a subnet with a gateway takes no default route to an appliance, before or after', async () => {
  const table = `${west}/Microsoft.Network/routeTables/rt`;
  const route = { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.5.4' };
  const code = 'ApplicationGatewaySubnetWithDefaultRouteToApplianceNotSupported';
  const routed = { properties: { addressPrefix: '10.0.1.0/24', routeTable: ref(table) } };
  await client.make(table, body({ routes: [{ name: 'default', properties: route }] }));
  await client.make(gateway, whole());

  expect(await client.put(subnet, routed)).toMatchObject({ code });

  await client.delete(gateway);
  await client.get(gateway);
  await client.get(gateway);
  await client.make(subnet, routed);

  expect(await client.put(gateway, whole())).toMatchObject({ code });
});
