import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const group = `${west}/Microsoft.Network/networkSecurityGroups/nsg`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

function rule(changes: JsonObject = {}, name = 'AllowHttps'): JsonObject {
  return {
    name,
    properties: {
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      priority: 100,
      sourceAddressPrefix: 'Internet',
      sourcePortRange: '*',
      destinationAddressPrefix: '10.0.1.0/24',
      destinationPortRange: '443',
      ...changes,
    },
  };
}

async function put(...securityRules: JsonObject[]) {
  return client.put(group, body({ securityRules }));
}

test('shows its own rules and those of Azure', async () => {
  const { properties } = await client.make(group, body({ securityRules: [rule()] }));

  expect(properties['securityRules']).toMatchObject([{ name: 'AllowHttps', properties: { priority: 100 } }]);
  expect(properties['defaultSecurityRules']).toHaveLength(6);
});

test.each([
  ['priority 99', { priority: 99 }, 'SecurityRuleInvalidPriority'],
  ['priority 4097', { priority: 4097 }, 'SecurityRuleInvalidPriority'],
  ['a port above 65535', { destinationPortRange: '65536' }, 'SecurityRuleInvalidPortRange'],
  ['a range of ports that goes down', { destinationPortRange: '90-80' }, 'SecurityRuleInvalidPortRange'],
  ['no port', { destinationPortRange: undefined }, 'SecurityRuleInvalidPortRange'],
  ['no source', { sourceAddressPrefix: undefined }, 'SecurityRuleParameterMissing'],
  ['a range with bits below its prefix', { sourceAddressPrefix: '10.0.0.1/8' }, 'SecurityRuleInvalidAddressPrefix'],
  [
    'anything as one of several sources',
    { sourceAddressPrefix: undefined, sourceAddressPrefixes: ['*', '10.0.0.0/8'] },
    'SecurityRuleInvalidAddressPrefix',
  ],
])('fails for a rule with %s', async (_what, changes, code) => {
  expect(await put(rule(changes))).toMatchObject({ status: 400, code });
});

test('fails for two rules of one priority and direction', async () => {
  expect(await put(rule(), rule({}, 'AllowOther'))).toMatchObject({ status: 409, code: 'SecurityRuleConflict' });
  expect((await put(rule(), rule({ direction: 'Outbound' }, 'AllowOther'))).status).toBe(201);
});

test('cannot be deleted while a subnet uses it', async () => {
  await addNetwork(client);
  await client.make(group, body({}));
  await client.make(subnet, { properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: ref(group) } });

  expect((await client.get(group)).properties['subnets']).toEqual([ref(subnet)]);
  expect(await client.delete(group)).toMatchObject({ code: 'InUseNetworkSecurityGroupCannotBeDeleted' });
  await client.delete(network);
});
