import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, body, network, ref, west } from '../../estate';
import { type Client, startClient } from '../../support';

const microsoftNetwork = `${west}/Microsoft.Network`;
const connection = `${microsoftNetwork}/connections/con`;
const vpnGateway = `${microsoftNetwork}/virtualNetworkGateways/vpng`;
const expressRouteGateway = `${microsoftNetwork}/virtualNetworkGateways/ergw`;
const device = `${microsoftNetwork}/localNetworkGateways/lgw`;
const circuit = `${microsoftNetwork}/expressRouteCircuits/erc`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  const gatewaySubnet = `${network}/subnets/GatewaySubnet`;
  await client.make(gatewaySubnet, { properties: { addressPrefix: '10.0.2.0/26' } });
  const pip = `${microsoftNetwork}/publicIPAddresses/pip`;
  await client.make(
    pip,
    body({ publicIPAllocationMethod: 'Static' }, { sku: { name: 'Standard' }, zones: ['1', '2', '3'] }),
  );
  await client.make(
    vpnGateway,
    body({
      gatewayType: 'Vpn',
      sku: { name: 'VpnGw1AZ', tier: 'VpnGw1AZ' },
      ipConfigurations: [{ name: 'default', properties: { subnet: ref(gatewaySubnet), publicIPAddress: ref(pip) } }],
    }),
  );
  await client.make(
    expressRouteGateway,
    body({
      gatewayType: 'ExpressRoute',
      sku: { name: 'ErGw1AZ', tier: 'ErGw1AZ' },
      ipConfigurations: [{ name: 'default', properties: { subnet: ref(gatewaySubnet) } }],
    }),
  );
  await client.make(device, body({ gatewayIpAddress: '203.0.113.10' }));
});

afterEach(async () => client.close());

function tunnel(changes: JsonObject = {}): JsonObject {
  return body({
    connectionType: 'IPsec',
    virtualNetworkGateway1: { ...ref(vpnGateway), properties: { ipConfigurations: [] } },
    localNetworkGateway2: { ...ref(device), properties: { localNetworkAddressSpace: {} } },
    sharedKey: 'first',
    ...changes,
  });
}

function overCircuit(changes: JsonObject = {}): JsonObject {
  return body({
    connectionType: 'ExpressRoute',
    virtualNetworkGateway1: ref(expressRouteGateway),
    peer: ref(circuit),
    ...changes,
  });
}

async function addCircuit(): Promise<void> {
  await client.make(
    circuit,
    body(
      {
        serviceProviderProperties: {
          serviceProviderName: 'Equinix',
          peeringLocation: 'Amsterdam',
          bandwidthInMbps: 50,
        },
      },
      { sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' } },
    ),
  );
}

async function addPeering(): Promise<void> {
  await client.make(`${circuit}/peerings/AzurePrivatePeering`, {
    properties: {
      peeringType: 'AzurePrivatePeering',
      peerASN: 65010,
      primaryPeerAddressPrefix: '192.168.15.16/30',
      secondaryPeerAddressPrefix: '192.168.15.20/30',
      vlanId: 100,
    },
  });
}

const policy = {
  dhGroup: 'ECP384',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA384',
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  pfsGroup: 'ECP384',
  saDataSizeKilobytes: 102400000,
  saLifeTimeSeconds: 27000,
};

test('the pre-shared key is shown beside the connection, not with it', async () => {
  const { properties } = await client.make(connection, tunnel());

  expect(properties).not.toHaveProperty('sharedKey');
  expect(properties).toMatchObject({ connectionProtocol: 'IKEv2', connectionMode: 'Default', routingWeight: 0 });
  expect((await client.get(`${connection}/sharedkey`)).body).toEqual({ value: 'first' });
});

test('the pre-shared key is changed by an operation, and kept by whatever else is written', async () => {
  await client.make(connection, tunnel());

  const written = await client.put(`${connection}/sharedKey`, { value: 'second' });

  expect(written.headers).toHaveProperty('azure-asyncoperation');
  await client.get(connection);
  await client.get(connection);
  const { body: shown } = await client.get(connection);
  await client.make(connection, shown);
  expect((await client.get(`${connection}/sharedKey`)).body).toEqual({ value: 'second' });
});

test('fails for a cipher that is not its own integrity', async () => {
  const ipsecPolicies = [{ ...policy, ipsecIntegrity: 'SHA256' }];

  expect(await client.put(connection, tunnel({ ipsecPolicies }))).toMatchObject({ code: 'IpsecPolicyInvalid' });
  expect((await client.put(connection, tunnel({ ipsecPolicies: [policy] }))).status).toBe(201);
});

test('fails for a gateway of the other type', async () => {
  expect(await client.put(connection, tunnel({ virtualNetworkGateway1: ref(expressRouteGateway) }))).toMatchObject({
    code: 'ConnectionGatewayNotSupported',
  });
});

test('fails in another region than its gateway', async () => {
  const elsewhere = connection.replace('/west/', '/north/');

  expect(await client.put(elsewhere, { ...tunnel(), location: 'northeurope' })).toMatchObject({
    code: 'ConnectionGatewayNotSupported',
  });
});

test.each([
  ['a tunnel without a device', () => tunnel({ localNetworkGateway2: null }), 'ConnectionMustHaveLocalNetworkGateway'],
  ['ExpressRoute without a circuit', () => overCircuit({ peer: null }), 'ConnectionMustHavePeer'],
])('fails for %s', async (_what, whole, code) => {
  expect(await client.put(connection, whole())).toMatchObject({ code });
});

test('what a connection needs cannot be deleted before it', async () => {
  await client.make(connection, tunnel());

  expect(await client.delete(device)).toMatchObject({ code: 'LocalNetworkGatewayInUse' });
  expect(await client.delete(vpnGateway)).toMatchObject({ code: 'VirtualNetworkGatewayInUse' });
});

test('a circuit is connected to once it has a private peering, and once by a gateway', async () => {
  await addCircuit();
  expect(await client.put(connection, overCircuit())).toMatchObject({
    code: 'ExpressRouteCircuitPrivatePeeringNotFound',
  });
  await addPeering();

  expect((await client.make(connection, overCircuit({ routingWeight: 100 }))).properties).toMatchObject({
    routingWeight: 100,
  });
  expect(await client.put(`${connection}-2`, overCircuit())).toMatchObject({ code: 'CircuitAlreadyConnected' });
  expect(await client.delete(circuit)).toMatchObject({ code: 'CircuitInUse' });
  expect(await client.delete(`${circuit}/peerings/AzurePrivatePeering`)).toMatchObject({ code: 'PeeringInUse' });
});

test('an authorization that is shown must be one of the circuit, and is shown no more', async () => {
  await addCircuit();
  await addPeering();
  const authorization = await client.make(`${circuit}/authorizations/other`, { properties: {} });
  const authorizationKey = authorization.properties['authorizationKey'] ?? null;

  expect(await client.put(connection, overCircuit({ authorizationKey: 'wrong' }))).toMatchObject({
    code: 'AuthorizationNotFound',
  });
  expect((await client.make(connection, overCircuit({ authorizationKey }))).properties).not.toHaveProperty(
    'authorizationKey',
  );
});
