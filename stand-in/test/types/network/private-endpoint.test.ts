import { type JsonObject } from '../../../src/arm/json';
import { deployer } from '../../../src/sign-in/deployer';
import { addInterface, addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const vault = `${west}/Microsoft.KeyVault/vaults/kv-a`;

const endpoint = `${west}/Microsoft.Network/privateEndpoints/pep`;

const zone = `${west}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  await client.make(vault, body({ tenantId: deployer.tenantId, sku: { family: 'A', name: 'standard' } }));
});

afterEach(async () => client.close());

function leadsTo(id: string, ...groupIds: string[]): JsonObject {
  const properties = { privateLinkServiceId: fullId(id), groupIds };
  return body({ subnet: ref(subnet), privateLinkServiceConnections: [{ name: 'vault', properties }] });
}

test('takes an address of its subnet, and the vault shows it', async () => {
  await client.make(endpoint, leadsTo(vault, 'vault'));
  const nic = await addInterface(client, 'nic');

  const [configuration] = (await client.get(nic)).properties['ipConfigurations'] as { properties: JsonObject }[];
  expect(configuration?.properties['privateIPAddress']).toBe('10.0.1.5');
  expect((await client.get(vault)).properties['privateEndpointConnections']).toMatchObject([
    { properties: { privateEndpoint: ref(endpoint) } },
  ]);
  expect(await client.delete(subnet)).toMatchObject({ code: 'InUseSubnetCannotBeDeleted' });
});

test.each([[[]], [['blob']]])('fails when it leads to %j of a vault', async (groupIds) => {
  expect(await client.put(endpoint, leadsTo(vault, ...groupIds))).toMatchObject({
    status: 400,
    code: 'CallerSpecifiedWrongGroupId',
  });
});

test('fails in another region than its subnet', async () => {
  const elsewhere = { ...leadsTo(vault, 'vault'), location: 'northeurope' };

  expect(await client.put(endpoint, elsewhere)).toMatchObject({ status: 400, code: 'InvalidResourceReference' });
});

test('fails when it leads to what is not there', async () => {
  expect(await client.put(endpoint, leadsTo(`${vault}-none`, 'vault'))).toMatchObject({ status: 404 });
});

describe('a private DNS zone', () => {
  const link = (id: string) => ({ location: 'global', properties: { virtualNetwork: ref(id) } });

  beforeEach(async () => {
    await client.make(zone, { location: 'global' });
  });

  test('begins with its SOA record', async () => {
    expect((await client.get(`${zone}/SOA/@`)).properties['soaRecord']).toMatchObject({ host: 'azureprivatedns.net' });
  });

  test('cannot be deleted while a network is linked to it', async () => {
    await client.make(`${zone}/virtualNetworkLinks/vnet`, link(network));

    expect(await client.delete(zone)).toMatchObject({ code: 'CannotDeleteResource' });
  });

  test('of one name is linked to a network once', async () => {
    const twin = zone.replace('/west/', '/north/');
    await client.make(twin, { location: 'global' });
    await client.make(`${zone}/virtualNetworkLinks/vnet`, link(network));

    expect(await client.put(`${twin}/virtualNetworkLinks/vnet`, link(network))).toMatchObject({
      status: 409,
      code: 'Conflict',
    });
  });

  test('has a name of two labels or more', async () => {
    const single = zone.replace('privatelink.vaultcore.azure.net', 'local');

    expect(await client.put(single, { location: 'global' })).toMatchObject({ code: 'InvalidResourceName' });
  });
});
