import { type Client, fullId, startClient } from '../../support';

const networks = '/resourceGroups/west/providers/Microsoft.Network/virtualNetworks';
const network = `${networks}/vnet-a`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await client.make(network, {
    location: 'westeurope',
    properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } },
  });
});

afterEach(async () => client.close());

async function addSubnet(name: string, addressPrefix: string) {
  return client.put(`${network}/subnets/${name}`, { properties: { addressPrefix } });
}

test('shows its subnets, however they were written', async () => {
  await client.make(`${network}/subnets/one`, { properties: { addressPrefix: '10.0.1.0/24' } });

  const { properties } = await client.get(network);

  expect(properties['subnets']).toMatchObject([{ name: 'one', properties: { addressPrefix: '10.0.1.0/24' } }]);
});

test('keeps its subnets when a write does not name them, and loses those that a write leaves out', async () => {
  await client.make(`${network}/subnets/one`, { properties: { addressPrefix: '10.0.1.0/24' } });
  const properties = { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } };

  const kept = await client.make(network, { location: 'westeurope', properties });
  const lost = await client.make(network, { location: 'westeurope', properties: { ...properties, subnets: [] } });

  expect(kept.properties['subnets']).toHaveLength(1);
  expect(lost.properties['subnets']).toEqual([]);
});

test.each(['10.1.0.0/24', '10.0.0.0/15', '10.0.0.0/30'])('fails for a subnet of %s', async (addressPrefix) => {
  expect(await addSubnet('one', addressPrefix)).toMatchObject({ status: 400, code: 'NetcfgInvalidSubnet' });
});

test('fails for a subnet whose range has bits below its prefix', async () => {
  expect(await addSubnet('one', '10.0.1.7/24')).toMatchObject({ status: 400, code: 'InvalidAddressPrefixFormat' });
});

test('fails for a subnet that overlaps another, and keeps neither it nor a trace of it', async () => {
  await client.make(`${network}/subnets/one`, { properties: { addressPrefix: '10.0.1.0/24' } });

  const answer = await addSubnet('two', '10.0.1.128/25');

  expect(answer).toMatchObject({ status: 400, code: 'NetcfgSubnetRangesOverlap' });
  expect((await client.get(`${network}/subnets/two`)).status).toBe(404);
});

test('a peering connects when both halves are there', async () => {
  const other = '/resourceGroups/north/providers/Microsoft.Network/virtualNetworks/vnet-b';
  await client.make(other, {
    location: 'northeurope',
    properties: { addressSpace: { addressPrefixes: ['10.1.0.0/16'] } },
  });
  const half = (remote: string) => ({ properties: { remoteVirtualNetwork: { id: fullId(remote) } } });

  const first = await client.make(`${network}/virtualNetworkPeerings/there`, half(other));
  const second = await client.make(`${other}/virtualNetworkPeerings/back`, half(network));

  expect(first.properties['peeringState']).toBe('Initiated');
  expect(second.properties['peeringState']).toBe('Connected');
});

test('fails to peer networks whose address spaces overlap', async () => {
  await client.make(`${networks}/vnet-b`, {
    location: 'westeurope',
    properties: { addressSpace: { addressPrefixes: ['10.0.128.0/17'] } },
  });

  const answer = await client.put(`${network}/virtualNetworkPeerings/there`, {
    properties: { remoteVirtualNetwork: { id: fullId(`${networks}/vnet-b`) } },
  });

  expect(answer).toMatchObject({ status: 400, code: 'VnetAddressSpacesOverlap' });
});
