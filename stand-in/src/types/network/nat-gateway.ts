import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly, reference, zones } from '../../arm/shape';
import { networkName } from '../names';
import { checkPublicAddressIsFree } from './public-ip-address';

const subnetType = 'Microsoft.Network/virtualNetworks/subnets';

/** @see https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource */
export const natGateway: ResourceType = {
  type: 'Microsoft.Network/natGateways',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      idleTimeoutInMinutes: z.int().min(4).max(120),
      publicIpAddresses: z.array(reference).max(16),
      publicIpAddressesV6: z.array(reference),
      publicIpPrefixes: z.array(reference),
      publicIpPrefixesV6: z.array(reference),
      sourceVirtualNetwork: reference,
      subnets: readOnly,
    },
    beside: { sku: object({ name: z.enum(['Standard', 'StandardV2']) }), zones: zones.max(1) },
  }),
  longRunning: ['put', 'delete'],
  check(gateway, azure) {
    for (const { id } of (gateway.properties['publicIpAddresses'] ?? []) as readonly { readonly id: string }[]) {
      checkPublicAddressIsFree(id, gateway, azure);
      const address = azure.store.find(id);
      const zonal = address?.zones?.length === 1 ? address.zones[0] : undefined;
      if (zonal !== undefined && gateway.zones && gateway.zones[0] !== zonal) {
        throw badRequest(
          'NatGatewayAndPublicIpHaveDifferentZones',
          `NAT gateway ${gateway.id} in zone ${gateway.zones.join()} cannot use public IP address ${id} in zone ${zonal}.`,
        );
      }
    }
  },
  show: (gateway, azure) => ({ subnets: usersOf(gateway, azure, subnetType).map(({ id }) => ({ id })) }),
  checkDelete(gateway, azure) {
    const [user] = usersOf(gateway, azure);
    if (user) {
      throw badRequest(
        'NatGatewayInUseBySubnet',
        `NAT gateway ${gateway.id} cannot be deleted because it is in use by subnet ${user.id}.`,
      );
    }
  },
};
