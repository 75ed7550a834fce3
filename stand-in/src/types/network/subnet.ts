import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';
import { liesIn, overlaps } from './ranges';
import { rangesOf } from './subnet-ranges';
import { addressSpaceOf } from './address-space';
import { checkPlatformSubnet } from './platform-subnet';

const type = 'Microsoft.Network/virtualNetworks/subnets';

/** Smallest subnet: eight addresses, of which Azure keeps five. */
const longestPrefix = 29;

/**
 * A subnet lies in its virtual network's address space, apart from the other subnets.
 *
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/subnets/create-or-update
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
export const subnet: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      addressPrefix: z.string(),
      addressPrefixes: z.array(z.string()),
      applicationGatewayIPConfigurations: readOnly,
      defaultOutboundAccess: z.boolean(),
      delegations: z.array(anything),
      ipAllocations: z.array(reference),
      ipConfigurationProfiles: readOnly,
      ipConfigurations: readOnly,
      ipamPoolPrefixAllocations: anything,
      natGateway: reference,
      networkSecurityGroup: reference,
      privateEndpointNetworkPolicies: z.enum([
        'Disabled',
        'Enabled',
        'NetworkSecurityGroupEnabled',
        'RouteTableEnabled',
      ]),
      privateEndpoints: readOnly,
      privateLinkServiceNetworkPolicies: z.enum(['Disabled', 'Enabled']),
      purpose: readOnly,
      resourceNavigationLinks: readOnly,
      routeTable: reference,
      serviceAssociationLinks: readOnly,
      serviceEndpointPolicies: z.array(reference),
      serviceEndpoints: z.array(
        object(
          {
            service: z.string(),
            locations: z.array(z.string()),
            networkIdentifier: anything,
            provisioningState: readOnly,
          },
          ['service'],
        ),
      ),
      serviceGateway: reference,
      sharingScope: z.string(),
    },
  }),
  longRunning: ['put', 'delete'],
  check(resource, azure) {
    const { store } = azure;
    if (resource.name === 'GatewaySubnet' && resource.properties['natGateway'] !== undefined) {
      throw badRequest(
        'NatGatewayNotSupportedInGatewaySubnet',
        `Subnet ${resource.id} has virtual network gateways and cannot have a NAT gateway.`,
      );
    }
    const network = store.find(ResourceId.parse(resource.id).parent?.text);
    const ranges = rangesOf(resource);
    const space = network ? addressSpaceOf(network) : [];
    if (ranges.some((range) => range.subnetMask > longestPrefix || !space.some((outer) => liesIn(range, outer)))) {
      throw badRequest(
        'NetcfgInvalidSubnet',
        `Subnet '${resource.name}' is not valid because its IP address range is outside the IP address range of virtual network '${network?.name ?? ''}'.`,
      );
    }
    for (const other of store.children(network?.id ?? '', type)) {
      if (other.id !== resource.id && ranges.some((range) => rangesOf(other).some((taken) => overlaps(range, taken)))) {
        throw badRequest(
          'NetcfgSubnetRangesOverlap',
          `Subnet '${resource.name}' is not valid because its IP address range overlaps with that of an existing subnet '${other.name}' in virtual network '${network?.name ?? ''}'.`,
        );
      }
    }
    checkPlatformSubnet(resource, azure);
  },
  show: (resource, azure) => ({
    ipConfigurations: usersOf(resource, azure, 'Microsoft.Network/networkInterfaces/ipConfigurations').map(
      ({ id }) => ({
        id,
      }),
    ),
  }),
  checkDelete(resource, azure) {
    const [user] = usersOf(resource, azure);
    if (user) {
      throw badRequest(
        'InUseSubnetCannotBeDeleted',
        `Subnet ${resource.name} is in use by ${user.id} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`,
      );
    }
  },
};
