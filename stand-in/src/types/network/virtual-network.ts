import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';
import { addressSpaceOf } from './address-space';
import { subnet } from './subnet';
import { virtualNetworkPeering } from './virtual-network-peering';

/** @see https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/create-or-update */
export const virtualNetwork: ResourceType = {
  type: 'Microsoft.Network/virtualNetworks',
  name: { ...networkName(64), pattern: /^(?=.{2,64}$)[A-Za-z0-9][\w.-]*\w$/ },
  shape: bodyShape({
    properties: {
      addressSpace: object({ addressPrefixes: z.array(z.string()), ipamPoolPrefixAllocations: anything }),
      bgpCommunities: object({ regionalCommunity: readOnly, virtualNetworkCommunity: z.string() }),
      ddosProtectionPlan: reference,
      defaultPublicNatGateway: readOnly,
      dhcpOptions: object({ dnsServers: z.array(z.string()) }),
      enableDdosProtection: z.boolean(),
      enableVmProtection: z.boolean(),
      encryption: object({ enabled: z.boolean(), enforcement: z.enum(['AllowUnencrypted', 'DropUnencrypted']) }),
      flowLogs: readOnly,
      flowTimeoutInMinutes: z.int().min(4).max(30),
      ipAllocations: z.array(reference),
      privateEndpointVNetPolicies: z.enum(['Basic', 'Disabled']),
    },
    required: ['addressSpace'],
    beside: { extendedLocation: anything },
  }),
  children: { subnets: [subnet], virtualNetworkPeerings: [virtualNetworkPeering] },
  // A DDoS protection plan protects networks of any region.
  refersToOtherRegions: true,
  longRunning: ['put', 'delete'],
  check(network) {
    addressSpaceOf(network);
    if (network.properties['enableDdosProtection'] === true && !network.properties['ddosProtectionPlan']) {
      throw badRequest(
        'DdosProtectionPlanIdNotProvided',
        `Virtual network ${network.id} must name a DDoS protection plan to have DDoS protection.`,
      );
    }
  },
};
