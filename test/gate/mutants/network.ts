import { refer, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  circuit,
  circuitPeering,
  gatewayConnection,
  natAssociation,
  networkInterface,
  publicIp,
  subnet,
  virtualNetworkGateway,
} from './places';

const sites = 'Network/Connectivity/Vpn';
const circuits = 'Network/Connectivity/ExpressRoute';
const vpnGateway = virtualNetworkGateway('network', `${sites}/Gateway/Resource`, 'iris-prod');
const tunnel = gatewayConnection('network', `${sites}/tokyo/Resource`, 'iris-prod');
const gatewaySubnet = subnet('network', 'Network/Connectivity/GatewaySubnet/Resource', 'iris-prod');
const toOtherRegion = gatewayConnection(
  'dr',
  'DisasterRecovery/ExpressRouteCrossConnections/ToDisasterRecovery/chicago/Resource',
  'healthshare-prod',
);

/** Mutants of the rules of family network. */
export const network: readonly Mutant[] = [
  {
    rule: 'IRIS-NET-001',
    when: 'a VPN gateway is in no zone',
    at: vpnGateway,
    change: set('sku', 'VpnGw2'),
  },
  {
    rule: 'IRIS-NET-002',
    when: 'an instance of a VPN gateway stands by',
    at: vpnGateway,
    change: set('active_active', false),
  },
  {
    rule: 'IRIS-NET-003',
    when: 'a VPN gateway does not speak BGP',
    at: vpnGateway,
    change: set('enable_bgp', false),
  },
  {
    rule: 'IRIS-NET-004',
    when: 'an address of a VPN gateway is in one zone',
    at: publicIp('network', `${sites}/Gateway/PublicIp2/Resource`, 'iris-prod'),
    change: set('zones', ['1']),
  },
  {
    rule: 'IRIS-NET-005',
    when: 'a tunnel is IKEv1',
    at: tunnel,
    change: set('connection_protocol', 'IKEv1'),
  },
  {
    rule: 'IRIS-NET-006',
    when: 'keys of a tunnel are agreed on in a group of 1024 bits',
    at: tunnel,
    change: within('ipsec_policy', set('dh_group', 'DHGroup2')),
  },
  {
    rule: 'IRIS-NET-007',
    when: 'a pre-shared key is in the file',
    at: tunnel,
    change: set('shared_key', 'everybody-knows-it-by-now'),
  },
  {
    rule: 'IRIS-NET-008',
    when: 'the subnet of the gateways is too small for both types',
    at: gatewaySubnet,
    change: set('address_prefixes', ['10.40.5.128/28']),
    failsAt: vpnGateway,
  },
  {
    rule: 'IRIS-NET-009',
    when: 'the subnet of the gateways has a NAT gateway',
    at: natAssociation('network', 'Network/Management/NatGatewayAssociation', 'iris-prod'),
    change: refer('subnet_id', gatewaySubnet),
    failsAt: gatewaySubnet,
  },
  {
    rule: 'IRIS-NET-010',
    when: 'a circuit that serves two regions reaches one',
    at: circuit('network', `${circuits}/washington/Resource`, 'healthshare-prod'),
    change: within('sku', set('tier', 'Local')),
  },
  {
    rule: 'IRIS-NET-011',
    when: 'a gateway is connected to the circuit of its own region alone',
    at: toOtherRegion,
    change: set(
      'virtual_network_gateway_id',
      '/subscriptions/0/resourceGroups/other/providers/Microsoft.Network/virtualNetworkGateways/other',
    ),
    failsAt: virtualNetworkGateway('network', `${circuits}/Gateway/Resource`, 'healthshare-prod'),
  },
  {
    rule: 'IRIS-NET-012',
    when: 'a private peering has no VLAN',
    at: circuitPeering('network', `${circuits}/washington/PrivatePeering`, 'healthshare-prod'),
    change: set('vlan_id', 0),
  },
  {
    rule: 'IRIS-NET-013',
    when: 'a web server has a public address',
    at: networkInterface('compute', 'Compute/Web/Server0/NetworkInterface'),
    change: within(
      'ip_configuration',
      set(
        'public_ip_address_id',
        '/subscriptions/0/resourceGroups/other/providers/Microsoft.Network/publicIPAddresses/other',
      ),
    ),
  },
  {
    rule: 'IRIS-NET-014',
    when: 'a gateway prefers the circuit of the other region',
    at: toOtherRegion,
    change: set('routing_weight', 200),
  },
];
