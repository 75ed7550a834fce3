import { type JsonObject } from '../../../src/arm/json';
import { body, west } from '../../estate';
import { type Client, startClient } from '../../support';

const circuit = `${west}/Microsoft.Network/expressRouteCircuits/erc`;
const peering = `${circuit}/peerings/AzurePrivatePeering`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

function whole(provider: JsonObject = {}, sku: JsonObject = {}): JsonObject {
  return body(
    {
      authorizationKey: '',
      serviceProviderProperties: {
        serviceProviderName: 'Equinix',
        peeringLocation: 'Amsterdam',
        bandwidthInMbps: 1000,
        ...provider,
      },
    },
    { sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData', ...sku } },
  );
}

function routing(changes: JsonObject = {}): JsonObject {
  return {
    properties: {
      peeringType: 'AzurePrivatePeering',
      azureASN: 0,
      peerASN: 65010,
      primaryPeerAddressPrefix: '192.168.15.16/30',
      secondaryPeerAddressPrefix: '192.168.15.20/30',
      vlanId: 100,
      ...changes,
    },
  };
}

test('a circuit has a service key, and is provisioned', async () => {
  expect((await client.make(circuit, whole())).properties).toMatchObject({
    serviceKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    serviceProviderProvisioningState: 'Provisioned',
  });
});

test("a private peering is with Microsoft's autonomous system", async () => {
  await client.make(circuit, whole());

  expect((await client.make(peering, routing())).properties).toMatchObject({ azureASN: 12076, state: 'Enabled' });
  expect((await client.get(`${peering}/connections`)).body).toEqual({ value: [] });
});

test('a circuit that is written as it is shown keeps its peering', async () => {
  await client.make(circuit, whole());
  await client.make(peering, routing());
  const { body: shown } = await client.get(circuit);

  await client.make(circuit, shown);

  expect((await client.get(circuit)).body).toEqual(shown);
});

test.each<[string, JsonObject, JsonObject, string]>([
  ['of 300 Mbps', { bandwidthInMbps: 300 }, {}, 'InvalidBandwidth'],
  ['whose SKU is another', {}, { name: 'Premium_MeteredData' }, 'InvalidCircuitSku'],
  ['of tier Local with metered data', {}, { name: 'Local_MeteredData', tier: 'Local' }, 'InvalidCircuitSku'],
  ['of tier Basic', {}, { name: 'Basic_MeteredData', tier: 'Basic' }, 'InvalidRequestContent'],
])('fails for a circuit %s', async (_what, provider, sku, code) => {
  expect(await client.put(circuit, whole(provider, sku))).toMatchObject({ status: 400, code });
});

test('fails for a circuit that shrinks', async () => {
  await client.make(circuit, whole());

  expect(await client.put(circuit, whole({ bandwidthInMbps: 500 }))).toMatchObject({
    code: 'BandwidthCannotBeReduced',
  });
});

test.each<[string, JsonObject, string]>([
  ['a link of a /29', { primaryPeerAddressPrefix: '192.168.15.16/29' }, 'InvalidPeerAddressPrefix'],
  ['one range for both links', { secondaryPeerAddressPrefix: '192.168.15.16/30' }, 'PeerAddressPrefixesOverlap'],
  ['VLAN 4095', { vlanId: 4095 }, 'InvalidRequestContent'],
  ["Azure's own number", { peerASN: 65515 }, 'InvalidPeerASN'],
  ['the name of another type', { peeringType: 'MicrosoftPeering' }, 'PeeringNameMustBeItsType'],
])('fails for a peering with %s', async (_what, changes, code) => {
  await client.make(circuit, whole());

  expect(await client.put(peering, routing(changes))).toMatchObject({ status: 400, code });
});
