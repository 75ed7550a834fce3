import { type ConnectivitySettings } from '@iris-azure/network';
import { circuit, connectedNetwork, connectivityResources, existingCircuit, hospital } from './test-connectivity';

const vpn = { sites: { hospital } };
const expressRoute = { circuits: { amsterdam: circuit } };
const addresses = (connectivity?: ConnectivitySettings) => {
  const stack = connectedNetwork(connectivity);
  return new Map(stack.all.map(({ address, values }) => [address, values]));
};

test.each<[string, ConnectivitySettings | undefined, Readonly<Record<string, number>>]>([
  ['the internet alone', undefined, {}],
  [
    'VPN',
    { vpn },
    {
      local_network_gateway: 1,
      public_ip: 2,
      subnet: 1,
      virtual_network_gateway: 1,
      virtual_network_gateway_connection: 1,
    },
  ],
  [
    'ExpressRoute',
    { expressRoute },
    {
      express_route_circuit: 1,
      express_route_circuit_peering: 1,
      subnet: 1,
      virtual_network_gateway: 1,
      virtual_network_gateway_connection: 1,
    },
  ],
  [
    'both',
    { vpn, expressRoute },
    {
      express_route_circuit: 1,
      express_route_circuit_peering: 1,
      local_network_gateway: 1,
      public_ip: 2,
      subnet: 1,
      virtual_network_gateway: 2,
      virtual_network_gateway_connection: 2,
    },
  ],
  [
    'a circuit of somebody else',
    { expressRoute: { existingCircuits: { wan: existingCircuit } } },
    { subnet: 1, virtual_network_gateway: 1, virtual_network_gateway_connection: 1 },
  ],
  ['ExpressRoute by the other region', { expressRoute: {} }, { subnet: 1, virtual_network_gateway: 1 }],
])('a network that is reached by %s has what it needs, and no more', (_by, connectivity, expected) => {
  expect(connectivityResources(connectedNetwork(connectivity))).toEqual(expected);
});

test('the subnet of the gateways has the name that Azure asks for, no security group and no NAT gateway', () => {
  const stack = connectedNetwork({ vpn, expressRoute });
  const subnet = stack.at('Network/Connectivity/GatewaySubnet');

  expect(subnet.values).toMatchObject({
    name: 'GatewaySubnet',
    address_prefixes: ['10.20.5.128/26'],
    default_outbound_access_enabled: false,
  });
  const associations = ['security_group', 'nat_gateway'].flatMap((kind) =>
    stack.all.filter(({ type }) => type.includes('_association') && type.includes(kind)),
  );
  expect(associations.length).toBeGreaterThan(0);
  expect(associations.map(({ values }) => values['subnet_id'])).not.toContain(subnet.reference('id'));
});

test('both gateways are in the one subnet, the VPN gateway after the other', () => {
  const stack = connectedNetwork({ vpn, expressRoute });
  const subnet = stack.at('Network/Connectivity/GatewaySubnet').reference('id');
  const [first, second] = [
    stack.at('Network/Connectivity/ExpressRoute/Gateway'),
    stack.at('Network/Connectivity/Vpn/Gateway'),
  ];

  expect(
    [first, second].flatMap((gateway) => gateway.blocks('ip_configuration')).map((each) => each['subnet_id']),
  ).toEqual([subnet, subnet, subnet]);
  expect(second.values).toMatchObject({ depends_on: [first.address] });
});

test.each<[string, ConnectivitySettings | undefined, ConnectivitySettings]>([
  ['another site', { vpn }, { vpn: { sites: { clinic: { ...hospital, address: '203.0.113.20' }, hospital } } }],
  [
    'a second circuit',
    { expressRoute },
    { expressRoute: { circuits: { dublin: { ...circuit, peeringLocation: 'Dublin' }, amsterdam: circuit } } },
  ],
  [
    "somebody else's circuit",
    { expressRoute },
    { expressRoute: { circuits: { amsterdam: circuit }, existingCircuits: { wan: existingCircuit } } },
  ],
  ['VPN beside ExpressRoute', { expressRoute }, { vpn, expressRoute }],
  ['connectivity', undefined, { vpn, expressRoute }],
])('%s changes nothing of what is there', (_what, before, after) => {
  const now = addresses(after);

  for (const [address, values] of addresses(before)) {
    expect(now.get(address)).toEqual(values);
  }
});

test('no secret is in the file', () => {
  const stack = connectedNetwork({ vpn, expressRoute: { existingCircuits: { wan: existingCircuit } } });

  expect(stack.at('Network/Connectivity/Vpn/hospital').values['shared_key']).toBe('${var.vpn_shared_key_weu_hospital}');
  expect(stack.at('Network/Connectivity/ExpressRoute/Connections/wan').values['authorization_key']).toBe(
    '${var.express_route_authorization_key_weu_weu_wan}',
  );
  expect(stack.document.variable).toMatchObject({
    vpn_shared_key_weu_hospital: { type: 'string', nullable: false, sensitive: true },
    express_route_authorization_key_weu_weu_wan: { type: 'string', nullable: false, sensitive: true },
  });
});
