import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, addPublicAddress, body, network, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const bastion = `${west}/Microsoft.Network/bastionHosts/bas`;
const bastionSubnet = `${network}/subnets/AzureBastionSubnet`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  await client.make(bastionSubnet, { properties: { addressPrefix: '10.0.5.64/26' } });
});

afterEach(async () => client.close());

async function whole(properties: JsonObject = {}, sku = 'Standard', name = 'pip', place = bastionSubnet) {
  const address = await addPublicAddress(client, name);
  return body(
    {
      scaleUnits: 2,
      ipConfigurations: [{ name: 'public', properties: { subnet: ref(place), publicIPAddress: ref(address) } }],
      ...properties,
    },
    { sku: { name: sku } },
  );
}

test('has a name of its own, and holds its subnet', async () => {
  const { properties } = await client.make(bastion, await whole({ enableTunneling: true }));

  expect(properties['dnsName']).toMatch(/^bst-[0-9a-f-]{36}\.bastion\.azure\.com$/);
  expect(await client.delete(bastionSubnet)).toMatchObject({ code: 'InUseSubnetCannotBeDeleted' });
});

test('fails for a subnet of another name', async () => {
  expect(await client.put(bastion, await whole({}, 'Standard', 'pip', subnet))).toMatchObject({
    code: 'BastionHostSubnetInvalid',
  });
});

test('fails for a subnet that is too small', async () => {
  await client.make(bastionSubnet, { properties: { addressPrefix: '10.0.5.64/27' } });

  expect(await client.put(bastion, await whole())).toMatchObject({ code: 'BastionHostSubnetInvalid' });
});

test.each([
  ['tunnels of SKU Basic', { enableTunneling: true }, 'Basic'],
  ['three instances of SKU Basic', { scaleUnits: 3 }, 'Basic'],
  ['records of SKU Standard', { enableSessionRecording: true }, 'Standard'],
])('fails for %s', async (_what, properties, sku) => {
  expect(await client.put(bastion, await whole(properties, sku))).toMatchObject({
    code: 'BastionHostFeatureNotSupportedForSku',
  });
});

test('fails for a second Bastion of a network', async () => {
  await client.make(bastion, await whole());

  expect(await client.put(`${bastion}-2`, await whole({}, 'Standard', 'second'))).toMatchObject({
    code: 'VirtualNetworkAlreadyHasBastionHost',
  });
});
