import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';
import { overlaps } from './ranges';
import { addressSpaceOf } from './address-space';

const type = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';

/**
 * Half of a peering: it connects when the other network has the other half.
 *
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/virtual-network-peerings/create-or-update
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints
 */
export const virtualNetworkPeering: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      allowForwardedTraffic: z.boolean(),
      allowGatewayTransit: z.boolean(),
      allowVirtualNetworkAccess: z.boolean(),
      didRemotePeerComplete: readOnly,
      doNotVerifyRemoteGateways: z.boolean(),
      enableOnlyIPv6Peering: z.boolean(),
      localAddressSpace: anything,
      localSubnetNames: anything,
      localVirtualNetworkAddressSpace: anything,
      peerCompleteVnets: z.boolean(),
      peeringState: readOnly,
      peeringSyncLevel: readOnly,
      remoteAddressSpace: readOnly,
      remoteBgpCommunities: readOnly,
      remoteSubnetNames: anything,
      remoteVirtualNetwork: reference,
      remoteVirtualNetworkAddressSpace: readOnly,
      remoteVirtualNetworkEncryption: readOnly,
      useRemoteGateways: z.boolean(),
    },
    required: ['remoteVirtualNetwork'],
  }),
  refersToOtherRegions: true,
  longRunning: ['put', 'delete'],
  check(peering, { store }) {
    const { id } = peering.properties['remoteVirtualNetwork'] as { readonly id: string };
    const local = store.find(ResourceId.parse(peering.id).parent?.text);
    const remote = store.find(id);
    if (!local || !remote) {
      return;
    }
    if (addressSpaceOf(local).some((range) => addressSpaceOf(remote).some((other) => overlaps(range, other)))) {
      throw badRequest(
        'VnetAddressSpacesOverlap',
        `Cannot create or update peering ${peering.id}. Virtual networks ${local.id} and ${remote.id} cannot be peered because their address spaces overlap.`,
      );
    }
  },
  show(peering, { store }) {
    const { id } = peering.properties['remoteVirtualNetwork'] as { readonly id: string };
    const local = ResourceId.parse(peering.id).parent;
    const back = store.children(id, type).some((other) => {
      const { id: target } = other.properties['remoteVirtualNetwork'] as { readonly id: string };
      return target.toLowerCase() === local?.key;
    });
    return {
      peeringState: back ? 'Connected' : 'Initiated',
      peeringSyncLevel: 'FullyInSync',
      remoteAddressSpace: store.find(id)?.properties['addressSpace'],
    };
  },
};
