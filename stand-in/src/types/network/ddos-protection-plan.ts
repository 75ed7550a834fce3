import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { networkName } from '../names';

/**
 * Protection of networks, of any region, against denial of service.
 *
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/ddos-protection-plans/create-or-update
 */
export const ddosProtectionPlan: ResourceType = {
  type: 'Microsoft.Network/ddosProtectionPlans',
  name: networkName(80),
  shape: bodyShape({ properties: { publicIPAddresses: readOnly, virtualNetworks: readOnly } }),
  longRunning: ['put', 'delete'],
  show: (plan, azure) => ({
    virtualNetworks: usersOf(plan, azure, 'Microsoft.Network/virtualNetworks').map(({ id }) => ({ id })),
  }),
  checkDelete(plan, azure) {
    const [user] = usersOf(plan, azure);
    if (user) {
      throw badRequest(
        'DdosProtectionPlanInUse',
        `DDoS protection plan ${plan.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
};
