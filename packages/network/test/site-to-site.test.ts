import { type VpnSettings, type VpnSite } from '@iris-azure/network';
import { connectedNetwork, hospital } from './test-connectivity';

function connected(settings: Partial<VpnSettings> = {}) {
  return connectedNetwork({ vpn: { sites: { hospital }, ...settings } });
}

function withSite(changes: Partial<VpnSite>) {
  return connected({ sites: { hospital: { ...hospital, ...changes } } });
}

test('the VPN gateway is zone-redundant, active-active and speaks BGP', () => {
  const stack = connected();
  const gateway = stack.at('Network/Connectivity/Vpn/Gateway');

  expect(gateway.values).toMatchObject({
    name: 'vpng-trakcare-test-weu',
    type: 'Vpn',
    vpn_type: 'RouteBased',
    sku: 'VpnGw2AZ',
    generation: 'Generation2',
    active_active: true,
    enable_bgp: true,
  });
  expect(gateway.block('bgp_settings')).toEqual({ asn: 65515 });
  expect(gateway.blocks('ip_configuration').map((each) => each['public_ip_address_id'])).toEqual(
    [1, 2].map((number) => stack.at(`Network/Connectivity/Vpn/Gateway/PublicIp${number}`).reference('id')),
  );
});

test.each([1, 2])('address %d of the gateway is in all zones', (number) => {
  expect(connected().at(`Network/Connectivity/Vpn/Gateway/PublicIp${number}`).values).toMatchObject({
    name: `pip-trakcare-test-weu-vpn-${number}`,
    sku: 'Standard',
    zones: ['1', '2', '3'],
  });
});

test('size and autonomous system number are choices', () => {
  const gateway = connected({ sku: 'VpnGw4AZ', asn: 65020 }).at('Network/Connectivity/Vpn/Gateway');

  expect(gateway.values).toMatchObject({ sku: 'VpnGw4AZ', bgp_settings: { asn: 65020 } });
});

test('a connection is IKEv2 by one strong policy, with BGP', () => {
  const stack = connected();
  const connection = stack.at('Network/Connectivity/Vpn/hospital');

  expect(connection.values).toMatchObject({
    name: 'con-trakcare-test-weu-vpn-hospital',
    type: 'IPsec',
    connection_protocol: 'IKEv2',
    enable_bgp: true,
    virtual_network_gateway_id: stack.at('Network/Connectivity/Vpn/Gateway').reference('id'),
    local_network_gateway_id: stack.at('Network/Connectivity/Vpn/hospital/LocalNetworkGateway').reference('id'),
  });
  expect(connection.block('ipsec_policy')).toEqual({
    ike_encryption: 'AES256',
    ike_integrity: 'SHA384',
    dh_group: 'ECP384',
    ipsec_encryption: 'GCMAES256',
    ipsec_integrity: 'GCMAES256',
    pfs_group: 'ECP384',
    sa_lifetime: 27000,
    sa_datasize: 102400000,
  });
});

test('a device that can do less has AES in CBC with SHA-256, and group 24', () => {
  const connection = withSite({ ipsec: { encryption: 'AES256', group: 'DHGroup24' } }).at(
    'Network/Connectivity/Vpn/hospital',
  );

  expect(connection.block('ipsec_policy')).toMatchObject({
    dh_group: 'DHGroup24',
    ipsec_encryption: 'AES256',
    ipsec_integrity: 'SHA256',
    pfs_group: 'PFS24',
  });
});

test('of a device with BGP Azure knows the BGP address alone', () => {
  const device = connected().at('Network/Connectivity/Vpn/hospital/LocalNetworkGateway');

  expect(device.values).toMatchObject({
    name: 'lgw-trakcare-test-weu-hospital',
    gateway_address: '203.0.113.10',
    address_space: ['10.250.255.1/32'],
    bgp_settings: { asn: 65010, bgp_peering_address: '10.250.255.1' },
  });
});

test('of a device without BGP Azure knows the ranges behind it', () => {
  const stack = connected({ sites: { clinic: { address: '203.0.113.20', addressRanges: ['10.251.0.0/16'] } } });
  const device = stack.at('Network/Connectivity/Vpn/clinic/LocalNetworkGateway');

  expect(device.values).toMatchObject({ gateway_address: '203.0.113.20', address_space: ['10.251.0.0/16'] });
  expect(device.values['bgp_settings']).toBeUndefined();
  expect(stack.at('Network/Connectivity/Vpn/clinic').values).toMatchObject({ enable_bgp: false });
});

test('Terraform checks that a pre-shared key is long enough', () => {
  const { vpn_shared_key_weu_hospital: variable } = connected().document.variable ?? {};
  const [{ condition }] = (variable as unknown as { validation: [{ condition: string }] }).validation;
  const pattern = new RegExp(/regex\("(.+)", var\./.exec(condition)?.[1] ?? '$^');

  expect(['k'.repeat(31), 'k'.repeat(129), `${'k'.repeat(32)} `].filter((key) => pattern.test(key))).toEqual([]);
  expect(pattern.test('k'.repeat(32))).toBe(true);
});

test.each<[string, Partial<VpnSite>, RegExp]>([
  [
    'no address',
    { address: 'vpn.example.org' },
    /hospital.*LocalNetworkGateway: address of the VPN device of site 'hospital'/,
  ],
  ['neither BGP nor ranges', { bgp: undefined }, /either bgp or at least one of addressRanges, got neither/],
  [
    'both BGP and ranges',
    { addressRanges: ['10.250.0.0/16'] },
    /either bgp or at least one of addressRanges, got both/,
  ],
  [
    "BGP by the device's public address",
    { bgp: { asn: 65010, peeringAddress: '203.0.113.10' } },
    /other than the device's public one, got '203\.0\.113\.10'/,
  ],
  [
    'ranges of the network',
    { bgp: undefined, addressRanges: ['10.20.4.0/22'] },
    /must not overlap the network's 10\.20\.0\.0\/21/,
  ],
])('fails for a site with %s', (_what, changes, message) => {
  expect(() => withSite(changes)).toThrow(message);
});

test.each([0, 1.5, 8075, 12076, 23456, 64500, 65515, 65518, 65535, 4294967295])(
  'fails for a site with the autonomous system number %d',
  (asn) => {
    expect(() => withSite({ bgp: { asn, peeringAddress: '10.250.255.1' } })).toThrow(`keeps, got ${asn}`);
  },
);

test('fails for a site with the number of the gateway', () => {
  expect(() => connected({ asn: 65010 })).toThrow("must be another than the gateway's, got 65010");
});

test('fails for a gateway with a number that Azure keeps', () => {
  expect(() => connected({ asn: 65517 })).toThrow(/autonomous system number of the VPN gateway .* got 65517/);
});
