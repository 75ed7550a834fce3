import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, addPublicAddress, body, network, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const firewall = `${west}/Microsoft.Network/azureFirewalls/afw`;
const policy = `${west}/Microsoft.Network/firewallPolicies/afwp`;
const firewallSubnet = `${network}/subnets/AzureFirewallSubnet`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  await client.make(firewallSubnet, { properties: { addressPrefix: '10.0.5.0/26' } });
  await addPublicAddress(client, 'pip');
});

afterEach(async () => client.close());

const address = `${west}/Microsoft.Network/publicIPAddresses/pip`;

function configuration(properties: JsonObject = {}, name = 'public-0'): JsonObject {
  return { name, properties: { subnet: ref(firewallSubnet), publicIPAddress: ref(address), ...properties } };
}

function whole(changes: JsonObject = {}): JsonObject {
  return body(
    {
      sku: { name: 'AZFW_VNet', tier: 'Premium' },
      threatIntelMode: '',
      additionalProperties: {},
      ipConfigurations: [configuration()],
      ...changes,
    },
    { zones: ['1', '2', '3'] },
  );
}

function policyOf(tier: string, properties: JsonObject = {}): JsonObject {
  return body({ sku: { tier }, threatIntelMode: 'Deny', ...properties });
}

test('has the first free address of its subnet', async () => {
  const { properties } = await client.make(firewall, whole());

  expect(properties['ipConfigurations']).toMatchObject([{ properties: { privateIPAddress: '10.0.5.4' } }]);
});

test('holds its subnet, its address and its policy', async () => {
  await client.make(policy, policyOf('Premium'));
  await client.make(firewall, whole({ firewallPolicy: ref(policy) }));

  expect((await client.get(policy)).properties['firewalls']).toEqual([ref(firewall)]);
  expect(await client.delete(policy)).toMatchObject({ code: 'FirewallPolicyInUse' });
  expect(await client.delete(firewallSubnet)).toMatchObject({ code: 'InUseSubnetCannotBeDeleted' });
  expect(await client.delete(address)).toMatchObject({ code: 'PublicIPAddressCannotBeDeleted' });
});

test.each([
  ['a subnet of another name', [configuration({ subnet: ref(subnet) })], 'AzureFirewallSubnetNameInvalid'],
  [
    'no subnet',
    [{ name: 'a', properties: { publicIPAddress: ref(address) } }],
    'AzureFirewallIpConfigurationSubnetInvalid',
  ],
])('fails for %s', async (_what, ipConfigurations, code) => {
  expect(await client.put(firewall, whole({ ipConfigurations }))).toMatchObject({ status: 400, code });
});

test('fails for a subnet that is too small', async () => {
  await client.make(firewallSubnet, { properties: { addressPrefix: '10.0.5.0/27' } });

  expect(await client.put(firewall, whole())).toMatchObject({ code: 'AzureFirewallSubnetSizeInvalid' });
});

test('fails for a network of another resource group', async () => {
  await client.make('/resourceGroups/other', { location: 'westeurope' });
  const elsewhere = firewall.replace('/resourceGroups/west/', '/resourceGroups/other/');

  expect(await client.put(elsewhere, whole())).toMatchObject({ code: 'AzureFirewallResourceGroupMismatch' });
});

test('fails for a policy of a higher tier', async () => {
  await client.make(policy, policyOf('Premium'));
  const standard = whole({ firewallPolicy: ref(policy), sku: { name: 'AZFW_VNet', tier: 'Standard' } });

  expect(await client.put(firewall, standard)).toMatchObject({ code: 'AzureFirewallPolicyTierMismatch' });
});

test('fails for zones that change', async () => {
  await client.make(firewall, whole());

  expect(await client.put(firewall, { ...whole(), zones: ['1'] })).toMatchObject({
    code: 'ResourceAvailabilityZonesCannotBeModified',
  });
});

test('fails for intrusion detection of a Standard policy', async () => {
  expect(await client.put(policy, policyOf('Standard', { intrusionDetection: { mode: 'Deny' } }))).toMatchObject({
    code: 'FirewallPolicyPremiumOnlyProperties',
  });
});

describe('rules of a policy', () => {
  const group = `${policy}/ruleCollectionGroups/egress`;

  const networkRule = {
    ruleType: 'NetworkRule',
    name: 'monitor',
    ipProtocols: ['TCP'],
    sourceAddresses: ['10.0.0.0/16'],
    destinationAddresses: ['AzureMonitor'],
    destinationPorts: ['443'],
  };

  const applicationRule = {
    ruleType: 'ApplicationRule',
    name: 'updates',
    protocols: [{ protocolType: 'Https', port: 443 }],
    sourceAddresses: ['10.0.0.0/16'],
    targetFqdns: ['archive.ubuntu.com'],
    terminateTLS: false,
  };

  function collection(name: string, priority: number, rules: readonly JsonObject[]): JsonObject {
    return {
      ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
      name,
      priority,
      action: { type: 'Allow' },
      rules,
    };
  }

  function groupOf(...ruleCollections: readonly JsonObject[]): JsonObject {
    return { properties: { priority: 1000, ruleCollections } };
  }

  beforeEach(async () => {
    await client.make(policy, policyOf('Premium'));
  });

  test('are shown as they were written, kinds and all', async () => {
    const written = groupOf(collection('addresses', 100, [networkRule]), collection('names', 200, [applicationRule]));

    const { properties } = await client.make(group, written);

    expect(properties).toMatchObject(written['properties'] as JsonObject);
    expect((await client.get(policy)).properties['ruleCollectionGroups']).toEqual([ref(group)]);
  });

  test.each([
    [
      'one priority twice',
      groupOf(collection('a', 100, [networkRule]), collection('b', 100, [networkRule])),
      'FirewallPolicyRuleCollectionInvalidPriorityValue',
    ],
    [
      'a rule to nowhere',
      groupOf(collection('a', 100, [{ ...networkRule, destinationAddresses: [] }])),
      'FirewallPolicyRuleInvalidSourceOrDestination',
    ],
    [
      'a network rule by name without a DNS proxy',
      groupOf(collection('a', 100, [{ ...networkRule, destinationFqdns: ['time.example'] }])),
      'FirewallPolicyNetworkRuleFqdnRequiresDnsProxy',
    ],
    [
      'rules of two kinds in a collection',
      groupOf(collection('a', 100, [networkRule, applicationRule])),
      'InvalidRequestContent',
    ],
  ])('fail for %s', async (_what, written, code) => {
    expect(await client.put(group, written)).toMatchObject({ status: 400, code });
  });

  test('fail for the priority of another group', async () => {
    await client.make(group, groupOf());

    expect(await client.put(`${policy}/ruleCollectionGroups/other`, groupOf())).toMatchObject({
      code: 'FirewallPolicyRuleCollectionGroupInvalidPriorityValue',
    });
  });
});
