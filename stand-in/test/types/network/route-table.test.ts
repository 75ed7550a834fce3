import { addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const table = `${west}/Microsoft.Network/routeTables/rt`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
});

afterEach(async () => client.close());

function route(properties: Record<string, string> = {}, name = 'default') {
  return {
    name,
    properties: {
      addressPrefix: '0.0.0.0/0',
      nextHopType: 'VirtualAppliance',
      nextHopIpAddress: '10.0.5.4',
      ...properties,
    },
  };
}

const toAppliance = body({ disableBgpRoutePropagation: false, routes: [route()] });

async function addSubnet(name: string, properties: Record<string, object> = {}) {
  return client.put(`${network}/subnets/${name}`, { properties: { addressPrefix: '10.0.5.0/26', ...properties } });
}

test('shows its routes and its subnets, and is not deleted while it has one', async () => {
  await client.make(table, toAppliance);
  await client.make(subnet, { properties: { addressPrefix: '10.0.1.0/24', routeTable: ref(table) } });

  const { properties } = await client.get(table);

  expect(properties['routes']).toMatchObject([{ name: 'default', properties: { nextHopIpAddress: '10.0.5.4' } }]);
  expect(properties['subnets']).toEqual([ref(subnet)]);
  expect(await client.delete(table)).toMatchObject({ status: 400, code: 'InUseRouteTableCannotBeDeleted' });
});

test.each([
  ['an appliance without an address', [route({ nextHopIpAddress: '' })], 'RouteNextHopIpAddressInvalid'],
  ['an address without an appliance', [route({ nextHopType: 'Internet' })], 'RouteNextHopIpAddressInvalid'],
  ['one range twice', [route(), route({}, 'second')], 'RouteConflict'],
  ['a range with bits below its prefix', [route({ addressPrefix: '10.0.0.1/8' })], 'InvalidAddressPrefixFormat'],
])('fails for %s', async (_what, routes, code) => {
  expect(await client.put(table, body({ routes }))).toMatchObject({ status: 400, code });
});

test('takes a service tag as a range', async () => {
  const routes = [{ name: 'monitor', properties: { addressPrefix: 'AzureMonitor', nextHopType: 'Internet' } }];

  expect((await client.put(table, body({ routes }))).status).toBe(201);
});

test.each(['AzureFirewallSubnet', 'GatewaySubnet'])('fails for a default route to an appliance on %s', async (name) => {
  await client.make(table, toAppliance);

  expect(await addSubnet(name, { routeTable: ref(table) })).toMatchObject({
    code: 'SubnetWithDefaultRouteToApplianceNotSupported',
  });
});

test('a Bastion’s subnet takes no route table, and no security group without the rules that Azure prescribes', async () => {
  const group = `${west}/Microsoft.Network/networkSecurityGroups/nsg`;
  await client.make(table, body({ routes: [] }));
  await client.make(group, body({ securityRules: [] }));

  expect(await addSubnet('AzureBastionSubnet', { routeTable: ref(table) })).toMatchObject({
    code: 'RouteTableCannotBeAttachedForAzureBastionSubnet',
  });
  expect(await addSubnet('AzureBastionSubnet', { networkSecurityGroup: ref(group) })).toMatchObject({
    code: 'NetworkSecurityGroupNotCompliantForAzureBastionSubnet',
  });
});

test('fails for a table that is not there', async () => {
  expect(await addSubnet('one', { routeTable: { id: fullId(table) } })).toMatchObject({
    code: 'InvalidResourceReference',
  });
});
