import {
  type CircuitSettings,
  type ConnectivitySettings,
  type ExistingCircuitSettings,
  Network,
  type VpnSite,
} from '@iris-azure/network';
import { synthesized, type SynthesizedStack, testResourceGroup } from '../../../test/support';

/** A site whose device speaks BGP. */
export const hospital: VpnSite = {
  address: '203.0.113.10',
  bgp: { asn: 65010, peeringAddress: '10.250.255.1' },
};

/** A circuit that its provider has provisioned, with the routing left to its customer. */
export const circuit: CircuitSettings = {
  serviceProvider: 'Equinix',
  peeringLocation: 'Amsterdam',
  bandwidthMbps: 1000,
  tier: 'Standard',
  provisioned: true,
  privatePeering: {
    peerAsn: 65010,
    primaryRange: '192.168.15.16/30',
    secondaryRange: '192.168.15.20/30',
    vlanId: 100,
  },
};

/** A circuit of another subscription. */
export const existingCircuit: ExistingCircuitSettings = {
  id: '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-wan/providers/Microsoft.Network/expressRouteCircuits/erc-wan',
};

/** A network in West Europe that is connected so. */
export function connectedNetwork(connectivity?: ConnectivitySettings): SynthesizedStack {
  return synthesized((stack) => {
    new Network(stack, 'Network', {
      resourceGroup: testResourceGroup(stack),
      addressSpace: '10.20.0.0/21',
      access: { clients: ['10.250.0.0/16'], administrators: ['10.250.0.0/24'] },
      connectivity,
    });
  });
}

/** Types of a stack's resources that connectivity adds, with the number of each. */
export function connectivityResources(stack: SynthesizedStack): Readonly<Record<string, number>> {
  const types = stack.all
    .filter(({ path }) => path.startsWith('Network/Connectivity/'))
    .map(({ type }) => type.replace('azurerm_', ''));
  return Object.fromEntries(
    [...new Set(types)].sort().map((type) => [type, types.filter((each) => each === type).length]),
  );
}
