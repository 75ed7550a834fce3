import { Address4 } from 'ip-address';
import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { part } from '../part';
import { referenceIn } from './addresses';
import { parseRange } from './ranges';

const type = 'Microsoft.Network/routeTables';

const routeType = `${type}/routes`;

const subnetType = 'Microsoft.Network/virtualNetworks/subnets';

interface RouteProperties {
  readonly addressPrefix: string;
  readonly nextHopIpAddress?: string;
  readonly nextHopType: string;
}

/** One way, to a range of addresses or to a service by its tag. */
const route = part(routeType, {
  properties: {
    addressPrefix: z.string(),
    nextHopIpAddress: z.string(),
    nextHopType: z.enum(['Internet', 'None', 'VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal']),
  },
  shown: ['hasBgpOverride'],
  required: ['addressPrefix', 'nextHopType'],
  longRunning: ['put', 'delete'],
  check(resource, { store }) {
    const { addressPrefix, nextHopIpAddress, nextHopType } = resource.properties as unknown as RouteProperties;
    if (/^[\d.]+(\/|$)/.test(addressPrefix) && !parseRange(addressPrefix)) {
      throw badRequest(
        'InvalidAddressPrefixFormat',
        `Address prefix ${addressPrefix} of route ${resource.id} is not formatted correctly.`,
      );
    }
    if ((nextHopType === 'VirtualAppliance') !== Address4.isValid(nextHopIpAddress ?? '')) {
      throw badRequest(
        'RouteNextHopIpAddressInvalid',
        `Route ${resource.id} must have a next hop IP address if its next hop type is VirtualAppliance, and none otherwise.`,
      );
    }
    const twin = store
      .children(ResourceId.parse(resource.id).parent?.text ?? '', routeType)
      .find(({ id, properties }) => id !== resource.id && properties['addressPrefix'] === addressPrefix);
    if (twin) {
      throw badRequest(
        'RouteConflict',
        `Route ${resource.name} conflicts with route ${twin.name}. Routes cannot have the same AddressPrefix.`,
      );
    }
  },
});

/**
 * Routes of subnets, which come before those that Azure makes and those that gateways learn.
 *
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/route-tables/create-or-update
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export const routeTable: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({ properties: { disableBgpRoutePropagation: z.boolean(), subnets: readOnly } }),
  children: { routes: [route] },
  longRunning: ['put', 'delete'],
  show: (table, azure) => ({ subnets: usersOf(table, azure, subnetType).map(({ id }) => ({ id })) }),
  checkDelete(table, azure) {
    const [user] = usersOf(table, azure);
    if (user) {
      throw badRequest(
        'InUseRouteTableCannotBeDeleted',
        `Route table ${table.name} is in use and cannot be deleted: ${user.id}.`,
      );
    }
  },
};

/** Whether a subnet's route table sends everything to an appliance. */
export function leadsToAppliance(subnet: Resource, { store }: Azure): boolean {
  return store.children(referenceIn(subnet, 'routeTable') ?? '', routeType).some(({ properties }) => {
    const { addressPrefix, nextHopType } = properties as unknown as RouteProperties;
    return addressPrefix === '0.0.0.0/0' && nextHopType === 'VirtualAppliance';
  });
}
