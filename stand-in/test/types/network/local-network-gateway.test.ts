import { body, west } from '../../estate';
import { type Client, startClient } from '../../support';

const device = `${west}/Microsoft.Network/localNetworkGateways/lgw`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('keeps what is said of a device', async () => {
  const properties = {
    gatewayIpAddress: '203.0.113.10',
    localNetworkAddressSpace: { addressPrefixes: ['10.250.255.1/32'] },
    bgpSettings: { asn: 65010, bgpPeeringAddress: '10.250.255.1', peerWeight: 0 },
  };

  expect((await client.make(device, body(properties))).properties).toMatchObject(properties);
});

test.each([
  ['neither address nor name', {}, 'LocalNetworkGatewayMustHaveAddressOrFqdn'],
  ['both', { gatewayIpAddress: '203.0.113.10', fqdn: 'vpn.example.org' }, 'LocalNetworkGatewayMustHaveAddressOrFqdn'],
  [
    'a range that is none',
    { gatewayIpAddress: '203.0.113.10', localNetworkAddressSpace: { addressPrefixes: ['10.0.0.1/8'] } },
    'InvalidAddressPrefixFormat',
  ],
])('fails for a device with %s', async (_what, properties, code) => {
  expect(await client.put(device, body(properties))).toMatchObject({ status: 400, code });
});
