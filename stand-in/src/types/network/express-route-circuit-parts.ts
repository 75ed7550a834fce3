import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, reference } from '../../arm/shape';
import { usersOf } from '../../arm/remove';
import { part } from '../part';
import { overlaps, parseRange } from './ranges';

const base = 'Microsoft.Network/expressRouteCircuits';

/** Type names of a circuit's parts. */
export const circuitPartTypes = {
  peering: `${base}/peerings`,
  authorization: `${base}/authorizations`,
} as const;

/** Microsoft's own autonomous system, on the other side of each peering. */
const microsoftAsn = 12076;

interface PeeringProperties {
  readonly peeringType: string;
  readonly peerASN: number;
  readonly primaryPeerAddressPrefix?: string;
  readonly secondaryPeerAddressPrefix?: string;
}

/** Global Reach, between the private peerings of two circuits. */
const circuitConnection = part(`${circuitPartTypes.peering}/connections`, {
  properties: {
    addressPrefix: z.string(),
    authorizationKey: z.string(),
    expressRouteCircuitPeering: reference,
    ipv6CircuitConnectionConfig: anything,
    peerExpressRouteCircuitPeering: reference,
  },
  shown: ['circuitConnectionStatus'],
});

/**
 * Routing over a circuit.
 *
 * @see https://learn.microsoft.com/rest/api/expressroute/express-route-circuit-peerings/create-or-update
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-routing
 */
export const circuitPeering: ResourceType = part(circuitPartTypes.peering, {
  properties: {
    azureASN: z.int(),
    gatewayManagerEtag: z.string(),
    ipv6PeeringConfig: anything,
    microsoftPeeringConfig: anything,
    peerASN: z.int().min(1).max(4_294_967_295),
    peeringType: z.enum(['AzurePrivatePeering', 'MicrosoftPeering']),
    primaryPeerAddressPrefix: z.string(),
    routeFilter: reference,
    secondaryPeerAddressPrefix: z.string(),
    sharedKey: z.string().max(25),
    state: z.enum(['Disabled', 'Enabled']),
    vlanId: z.int().min(1).max(4094),
  },
  shown: [
    'expressRouteConnection',
    'lastModifiedBy',
    'peeredConnections',
    'primaryAzurePort',
    'secondaryAzurePort',
    'stats',
  ],
  required: ['peerASN', 'peeringType', 'vlanId'],
  longRunning: ['put', 'delete'],
  children: { connections: [circuitConnection] },
  check(peering) {
    const { id, name } = peering;
    const { peeringType, peerASN, primaryPeerAddressPrefix, secondaryPeerAddressPrefix } =
      peering.properties as unknown as PeeringProperties;
    const prefixes = [primaryPeerAddressPrefix, secondaryPeerAddressPrefix].map((prefix) => prefix ?? 'none');
    const [primary, secondary] = prefixes.map(parseRange);
    if (name !== peeringType) {
      throw badRequest('PeeringNameMustBeItsType', `Peering ${id} must be named ${peeringType}.`);
    }
    if (primary?.subnetMask !== 30 || secondary?.subnetMask !== 30) {
      throw badRequest(
        'InvalidPeerAddressPrefix',
        `Peer address prefixes of ${id} must be /30, found ${prefixes.join(', ')}.`,
      );
    }
    if (overlaps(primary, secondary)) {
      throw badRequest('PeerAddressPrefixesOverlap', `Peer address prefixes of ${id} overlap: ${prefixes.join(', ')}.`);
    }
    if (isKeptByAzure(peerASN)) {
      throw badRequest('InvalidPeerASN', `Peer ASN ${peerASN} of ${id} is reserved.`);
    }
  },
  complete: (peering) => ({
    ...peering,
    properties: { state: 'Enabled', ...peering.properties, azureASN: microsoftAsn },
  }),
  show: () => ({ primaryAzurePort: '', secondaryAzurePort: '', lastModifiedBy: 'Customer' }),
  checkDelete(peering, azure) {
    const circuit = azure.store.find(ResourceId.parse(peering.id).parent?.text);
    const [user] = circuit ? usersOf(circuit, azure) : [];
    if (user) {
      throw badRequest(
        'PeeringInUse',
        `Peering ${peering.id} cannot be deleted because its circuit is connected to by ${user.id}.`,
      );
    }
  },
});

/** Lets a connection of another subscription in. */
export const circuitAuthorization: ResourceType = part(circuitPartTypes.authorization, {
  properties: { authorizationUseStatus: z.enum(['Available', 'InUse']) },
  shown: ['authorizationKey', 'connectionResourceUri'],
  longRunning: ['put', 'delete'],
  complete: (authorization) => ({
    ...authorization,
    properties: { ...authorization.properties, authorizationKey: pseudoUuid(`authorization ${authorization.id}`) },
  }),
  show: () => ({ authorizationUseStatus: 'Available' }),
});

function isKeptByAzure(asn: number): boolean {
  return asn === microsoftAsn || (asn >= 65515 && asn <= 65520);
}
