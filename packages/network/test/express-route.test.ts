import {
  type CircuitSettings,
  ExpressRouteCrossConnections,
  type ExpressRouteSettings,
  Network,
} from '@iris-azure/network';
import { synthesized, testResourceGroup } from '../../../test/support';
import { circuit, connectedNetwork, existingCircuit } from './test-connectivity';

function connected(settings: Partial<ExpressRouteSettings> = {}) {
  return connectedNetwork({ expressRoute: { circuits: { amsterdam: circuit }, ...settings } });
}

function withCircuit(changes: Partial<CircuitSettings>) {
  return connected({ circuits: { amsterdam: { ...circuit, ...changes } } });
}

test('the gateway is zone-redundant, and its public address is left to Azure', () => {
  const gateway = connected().at('Network/Connectivity/ExpressRoute/Gateway');

  expect(gateway.values).toMatchObject({ name: 'ergw-trakcare-test-weu', type: 'ExpressRoute', sku: 'ErGw1AZ' });
  expect(gateway.blocks('ip_configuration')).toEqual([{ name: 'default', subnet_id: expect.any(String) as unknown }]);
});

test('a circuit has its provider, place, bandwidth, tier and family', () => {
  expect(connected().at('Network/Connectivity/ExpressRoute/amsterdam').values).toMatchObject({
    name: 'erc-trakcare-test-weu-amsterdam',
    service_provider_name: 'Equinix',
    peering_location: 'Amsterdam',
    bandwidth_in_mbps: 1000,
    sku: { tier: 'Standard', family: 'MeteredData' },
    allow_classic_operations: false,
  });
});

test('the private peering is there before the connection', () => {
  const stack = connected();
  const peering = stack.at('Network/Connectivity/ExpressRoute/amsterdam/PrivatePeering');

  expect(peering.values).toMatchObject({
    peering_type: 'AzurePrivatePeering',
    peer_asn: 65010,
    primary_peer_address_prefix: '192.168.15.16/30',
    secondary_peer_address_prefix: '192.168.15.20/30',
    vlan_id: 100,
  });
  expect(stack.at('Network/Connectivity/ExpressRoute/Connections/amsterdam').values).toMatchObject({
    type: 'ExpressRoute',
    virtual_network_gateway_id: stack.at('Network/Connectivity/ExpressRoute/Gateway').reference('id'),
    express_route_circuit_id: stack.at('Network/Connectivity/ExpressRoute/amsterdam').reference('id'),
    routing_weight: 100,
    depends_on: [peering.address],
  });
});

test('a circuit whose provider routes has no peering of ours', () => {
  const stack = withCircuit({ privatePeering: undefined });

  expect(stack.resources('azurerm_express_route_circuit_peering')).toEqual([]);
  expect(stack.resources('azurerm_virtual_network_gateway_connection')).toHaveLength(1);
});

test('a circuit that its provider has not provisioned has neither peering nor connection', () => {
  const stack = withCircuit({ provisioned: false });

  expect(stack.resources('azurerm_express_route_circuit')).toHaveLength(1);
  expect(stack.resources('azurerm_express_route_circuit_peering')).toEqual([]);
  expect(stack.resources('azurerm_virtual_network_gateway_connection')).toEqual([]);
});

test('a circuit lets in connections of other subscriptions, each by an authorization of its own', () => {
  const stack = withCircuit({ authorizations: ['analytics', 'archive'] });

  expect(stack.resources('azurerm_express_route_circuit_authorization').map(({ values }) => values['name'])).toEqual([
    'analytics',
    'archive',
  ]);
});

test("somebody else's circuit is connected to by its id", () => {
  const connection = connected({ circuits: {}, existingCircuits: { wan: existingCircuit } }).at(
    'Network/Connectivity/ExpressRoute/Connections/wan',
  );

  expect(connection.values).toMatchObject({ express_route_circuit_id: existingCircuit.id, routing_weight: 100 });
});

describe('of two regions', () => {
  const stack = synthesized((scope) => {
    const region = (name: 'westeurope' | 'northeurope', addressSpace: string, settings: ExpressRouteSettings) =>
      new Network(scope, name, {
        resourceGroup: testResourceGroup(scope, name, name),
        addressSpace,
        access: { clients: ['10.250.0.0/16'], administrators: [] },
        connectivity: { expressRoute: settings },
      });
    const primary = region('westeurope', '10.20.0.0/21', {
      circuits: { wan: circuit },
      existingCircuits: { other: existingCircuit },
    });
    const disasterRecovery = region('northeurope', '10.20.8.0/21', {
      circuits: { wan: { ...circuit, peeringLocation: 'Dublin' }, later: { ...circuit, provisioned: false } },
    });
    if (primary.expressRoute && disasterRecovery.expressRoute) {
      new ExpressRouteCrossConnections(scope, 'Cross', {
        primary: primary.expressRoute,
        disasterRecovery: disasterRecovery.expressRoute,
      });
    }
  });

  test.each([
    ['Cross/ToPrimary/wan', 'northeurope', 'westeurope', 'con-trakcare-test-neu-weu-wan'],
    ['Cross/ToDisasterRecovery/wan', 'westeurope', 'northeurope', 'con-trakcare-test-weu-neu-wan'],
  ])('%s connects the gateway in %s to the circuit of %s, at a lower weight', (path, from, to, name) => {
    expect(stack.at(path).values).toMatchObject({
      name,
      location: from,
      virtual_network_gateway_id: stack.at(`${from}/Connectivity/ExpressRoute/Gateway`).reference('id'),
      express_route_circuit_id: stack.at(`${to}/Connectivity/ExpressRoute/wan`).reference('id'),
      routing_weight: 10,
    });
  });

  test("each connection to somebody else's circuit has a key of its own", () => {
    expect(stack.at('Cross/ToPrimary/other').values['authorization_key']).toBe(
      '${var.express_route_authorization_key_neu_weu_other}',
    );
  });

  test('a circuit that is not provisioned is connected to from nowhere', () => {
    expect(
      stack.all
        .filter(({ path }) => path.startsWith('Cross/'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      'Cross/ToDisasterRecovery/wan/Resource',
      'Cross/ToPrimary/other/Resource',
      'Cross/ToPrimary/wan/Resource',
    ]);
  });
});

test.each<[string, Partial<CircuitSettings>, RegExp]>([
  [
    'of tier Standard in another geopolitical region',
    { peeringLocation: 'Chicago' },
    /Connections\/amsterdam: peering location of a Standard circuit to westeurope must be one of .* got 'Chicago'; .* set tier to Premium/,
  ],
  [
    'of tier Local beside another region',
    { tier: 'Local', family: 'UnlimitedData', peeringLocation: 'Dublin' },
    /must be one of Amsterdam, Amsterdam2, got 'Dublin'; .* set tier to Standard or Premium/,
  ],
  ['of tier Local with metered data', { tier: 'Local' }, /got 1000 Mbps and MeteredData/],
  [
    'of tier Local with 500 Mbps',
    { tier: 'Local', family: 'UnlimitedData', bandwidthMbps: 500 },
    /got 500 Mbps and UnlimitedData/,
  ],
  ['in a place that nobody knows', { peeringLocation: 'Atlantis' }, /must be one of Amsterdam, .* got 'Atlantis'/],
  [
    'with a link of a /29',
    {
      privatePeering: {
        peerAsn: 65010,
        primaryRange: '192.168.15.16/29',
        secondaryRange: '192.168.15.24/30',
        vlanId: 100,
      },
    },
    /amsterdam: range of a link of a private peering must be a \/30, got '192\.168\.15\.16\/29'/,
  ],
  [
    'with one range for both links',
    {
      privatePeering: {
        peerAsn: 65010,
        primaryRange: '192.168.15.16/30',
        secondaryRange: '192.168.15.16/30',
        vlanId: 100,
      },
    },
    /must have different ranges/,
  ],
  [
    'with VLAN 0',
    {
      privatePeering: {
        peerAsn: 65010,
        primaryRange: '192.168.15.16/30',
        secondaryRange: '192.168.15.20/30',
        vlanId: 0,
      },
    },
    /VLAN of a private peering must be 1 to 4094, got 0/,
  ],
  [
    "with Azure's own number",
    {
      privatePeering: {
        peerAsn: 65515,
        primaryRange: '192.168.15.16/30',
        secondaryRange: '192.168.15.20/30',
        vlanId: 100,
      },
    },
    /autonomous system number of a private peering .* got 65515/,
  ],
])('fails for a circuit %s', (_what, changes, message) => {
  expect(() => withCircuit(changes)).toThrow(message);
});

test.each<[string, Partial<CircuitSettings>]>([
  ['Premium, from anywhere', { tier: 'Premium', peeringLocation: 'Chicago' }],
  ['Premium, from a place that the catalogue does not know', { tier: 'Premium', peeringLocation: 'Pune' }],
  ['Local, beside the region', { tier: 'Local', family: 'UnlimitedData' }],
  ['Standard, in the same geopolitical region', { peeringLocation: 'Madrid' }],
])('a circuit may be %s', (_what, changes) => {
  expect(withCircuit(changes).resources('azurerm_express_route_circuit')).toHaveLength(1);
});

test('fails for more circuits than the gateway can be connected to', () => {
  const circuits = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, circuit]));

  expect(() => connected({ circuits })).toThrow(/of size ErGw1AZ must be at most 4, got 5; set sku to a larger size/);
  expect(connected({ circuits, sku: 'ErGw2AZ' }).resources('azurerm_express_route_circuit')).toHaveLength(5);
});

test('fails for a name that a circuit ordered here and one of somebody else share', () => {
  expect(() => connected({ existingCircuits: { amsterdam: existingCircuit } })).toThrow(
    /must be in either circuits or existingCircuits, got 'amsterdam' in both/,
  );
});

test('fails for an id that is of no circuit', () => {
  expect(() =>
    connected({ existingCircuits: { wan: { id: existingCircuit.id.replace('Circuits', 'Ports') } } }),
  ).toThrow(/ExpressRoute\/wan: resource id must be of Microsoft\.Network\/expressRouteCircuits/);
});
