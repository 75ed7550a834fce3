import { type JsonObject } from '../../../src/arm/json';
import { addPublicAddress, addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const gateway = `${west}/Microsoft.Network/virtualNetworkGateways/vpng`;
const gatewaySubnet = `${network}/subnets/GatewaySubnet`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  await client.make(gatewaySubnet, { properties: { addressPrefix: '10.0.2.0/26' } });
});

afterEach(async () => client.close());

async function addZonalAddress(name: string): Promise<string> {
  const id = `${west}/Microsoft.Network/publicIPAddresses/${name}`;
  await client.make(
    id,
    body({ publicIPAllocationMethod: 'Static' }, { sku: { name: 'Standard' }, zones: ['1', '2', '3'] }),
  );
  return id;
}

function configuration(name: string, address?: string, inSubnet = gatewaySubnet): JsonObject {
  return {
    name,
    properties: { subnet: ref(inSubnet), ...(address !== undefined && { publicIPAddress: ref(address) }) },
  };
}

function vpn(addresses: readonly string[], changes: JsonObject = {}): JsonObject {
  return body({
    gatewayType: 'Vpn',
    sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' },
    vpnGatewayGeneration: 'Generation2',
    activeActive: true,
    enableBgp: true,
    ipConfigurations: addresses.map((address, index) => configuration(`instance-${index}`, address)),
    ...changes,
  });
}

function expressRoute(changes: JsonObject = {}): JsonObject {
  return body({
    gatewayType: 'ExpressRoute',
    sku: { name: 'ErGw1AZ', tier: 'ErGw1AZ' },
    ipConfigurations: [configuration('default')],
    ...changes,
  });
}

test('an active-active gateway shows the addresses by which its instances speak BGP', async () => {
  const addresses = [await addZonalAddress('pip-1'), await addZonalAddress('pip-2')];

  const { properties } = await client.make(gateway, vpn(addresses, { bgpSettings: { asn: 65020 } }));

  expect(properties['bgpSettings']).toMatchObject({
    asn: 65020,
    peerWeight: 0,
    bgpPeeringAddress: '10.0.2.5,10.0.2.4',
    bgpPeeringAddresses: [{ defaultBgpIpAddresses: ['10.0.2.5'] }, { defaultBgpIpAddresses: ['10.0.2.4'] }],
  });
});

test('what it shows can be written again', async () => {
  const addresses = [await addZonalAddress('pip-1'), await addZonalAddress('pip-2')];
  await client.make(gateway, vpn(addresses));
  const { body: shown } = await client.get(gateway);

  expect((await client.put(gateway, shown)).status).toBe(200);
  await client.get(gateway);
  expect((await client.get(gateway)).body).toEqual(shown);
});

test('an ExpressRoute gateway has no generation, and no public address of the customer', async () => {
  const { properties } = await client.make(gateway, expressRoute());

  expect(properties).toMatchObject({ vpnGatewayGeneration: 'None', vpnType: 'RouteBased', activeActive: false });
});

test('both types of gateway share a subnet', async () => {
  await client.make(`${gateway}-er`, expressRoute());
  const addresses = [await addZonalAddress('pip-1'), await addZonalAddress('pip-2')];

  expect((await client.put(gateway, vpn(addresses))).status).toBe(201);
});

test('fails for a second gateway of a type', async () => {
  await client.make(`${gateway}-er`, expressRoute());

  expect(await client.put(gateway, expressRoute())).toMatchObject({ code: 'VirtualNetworkGatewayAlreadyExists' });
});

test('fails for both types in a subnet that is too small', async () => {
  await client.delete(gatewaySubnet);
  await client.get(gatewaySubnet);
  await client.get(gatewaySubnet);
  await client.make(gatewaySubnet, { properties: { addressPrefix: '10.0.2.0/28' } });
  await client.make(`${gateway}-er`, expressRoute());
  const addresses = [await addZonalAddress('pip-1'), await addZonalAddress('pip-2')];

  expect(await client.put(gateway, vpn(addresses))).toMatchObject({ code: 'GatewaySubnetTooSmall' });
});

test('fails in a subnet of another name', async () => {
  const ipConfigurations = [configuration('default', undefined, subnet)];

  expect(await client.put(gateway, expressRoute({ ipConfigurations }))).toMatchObject({
    code: 'VirtualNetworkGatewaySubnetMustBeNamedGatewaySubnet',
  });
});

test('fails for an active-active gateway with one address', async () => {
  expect(await client.put(gateway, vpn([await addZonalAddress('pip-1')]))).toMatchObject({
    code: 'ActiveActiveGatewayMustHaveTwoIpConfigurations',
  });
});

test('fails for a gateway of one instance with two addresses', async () => {
  const addresses = [await addZonalAddress('pip-1'), await addZonalAddress('pip-2')];

  expect(await client.put(gateway, vpn(addresses, { activeActive: false }))).toMatchObject({
    code: 'GatewayMustHaveOneIpConfiguration',
  });
});

test('fails for addresses without zones', async () => {
  const addresses = [await addPublicAddress(client, 'pip-1'), await addPublicAddress(client, 'pip-2')];

  expect(await client.put(gateway, vpn(addresses))).toMatchObject({
    code: 'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
  });
});

test.each([
  [
    'of the first generation and a size of the second',
    { sku: { name: 'VpnGw4AZ', tier: 'VpnGw4AZ' }, vpnGatewayGeneration: 'Generation1' },
  ],
  ['for VPN and a size of ExpressRoute', { sku: { name: 'ErGw1AZ', tier: 'ErGw1AZ' } }],
])('fails for a gateway %s', async (_what, changes) => {
  expect(await client.put(gateway, vpn([], changes))).toMatchObject({ code: 'VirtualNetworkGatewaySkuNotSupported' });
});

test('fails for a NAT gateway in the subnet of gateways', async () => {
  const nat = `${west}/Microsoft.Network/natGateways/ng`;
  await client.make(nat, body({}, { sku: { name: 'Standard' } }));

  expect(
    await client.put(gatewaySubnet, { properties: { addressPrefix: '10.0.2.0/26', natGateway: ref(nat) } }),
  ).toMatchObject({ code: 'NatGatewayNotSupportedInGatewaySubnet' });
});
