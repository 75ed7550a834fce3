import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { networkName } from '../names';
import { frontend, inboundNatRule, outboundRule, partTypes, pool, probe, rule } from './load-balancer-parts';
import { referenceIn } from './addresses';

/** @see https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update */
export const loadBalancer: ResourceType = {
  type: 'Microsoft.Network/loadBalancers',
  name: networkName(80),
  shape: bodyShape({
    properties: { inboundNatPools: z.array(anything), scope: readOnly },
    beside: {
      sku: object({ name: z.enum(['Basic', 'Standard', 'Gateway']), tier: z.enum(['Regional', 'Global']) }),
      extendedLocation: anything,
    },
  }),
  children: {
    frontendIPConfigurations: [frontend],
    backendAddressPools: [pool],
    probes: [probe],
    loadBalancingRules: [rule],
    inboundNatRules: [inboundNatRule],
    outboundRules: [outboundRule],
  },
  longRunning: ['put', 'delete'],
  check(balancer, { store }) {
    const { name: sku = 'Basic' } = (balancer['sku'] ?? {}) as { readonly name?: string };
    if (sku === 'Basic') {
      throw badRequest(
        'BasicSkuLoadBalancerCreationNotAllowed',
        `Cannot create load balancer ${balancer.id}: Basic SKU load balancers were retired on 30 September 2025.`,
      );
    }
    const frontends = store.children(balancer.id, partTypes.frontend);
    const internal = frontends.filter((end) => referenceIn(end, 'subnet') !== undefined);
    if (internal.length > 0 && internal.length < frontends.length) {
      throw badRequest(
        'LoadBalancerFrontendIPConfigMustHaveSameType',
        `Load balancer ${balancer.id} must have frontend IP configurations that are all internal or all public.`,
      );
    }
  },
  checkDelete(balancer, azure) {
    const user = azure.store
      .children(balancer.id, partTypes.pool)
      .flatMap((each) => usersOf(each, azure, 'Microsoft.Network/networkInterfaces/ipConfigurations'))[0];
    if (user) {
      throw badRequest(
        'LoadBalancerInUseByNetworkInterface',
        `Load balancer ${balancer.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
};
