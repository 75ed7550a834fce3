import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { regionFacts } from '../../arm/regions';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly, reference } from '../../arm/shape';
import { computeName } from './names';

const machineType = 'Microsoft.Compute/virtualMachines';

const maxUpdateDomains = 20;

interface Domains {
  readonly platformFaultDomainCount?: number;
  readonly platformUpdateDomainCount?: number;
}

/**
 * Fault domains are those that the region has; they cannot be changed later.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
 */
export const availabilitySet: ResourceType = {
  type: 'Microsoft.Compute/availabilitySets',
  name: computeName(80),
  shape: bodyShape({
    properties: {
      platformFaultDomainCount: z.int(),
      platformUpdateDomainCount: z.int(),
      proximityPlacementGroup: reference,
      scheduledEventsPolicy: z.json(),
      statuses: readOnly,
      virtualMachineScaleSetMigrationInfo: readOnly,
      virtualMachines: readOnly,
    },
    beside: { sku: object({ name: z.enum(['Aligned', 'Classic']), capacity: z.int(), tier: z.string() }) },
  }),
  createdStatus: 200,
  check(set, _azure, previous) {
    const { platformFaultDomainCount: faultDomains = 2, platformUpdateDomainCount: updateDomains = 5 } =
      set.properties as Domains;
    const { faultDomains: available } = regionFacts(set.location ?? '');
    if (faultDomains < 1 || faultDomains > available) {
      throw badRequest(
        'InvalidParameter',
        `The specified fault domain count ${faultDomains} must fall in the range 1 to ${available}.`,
      );
    }
    if (updateDomains < 1 || updateDomains > maxUpdateDomains) {
      throw badRequest(
        'InvalidParameter',
        `The specified update domain count ${updateDomains} must fall in the range 1 to ${maxUpdateDomains}.`,
      );
    }
    if (previous && previous.properties['platformFaultDomainCount'] !== set.properties['platformFaultDomainCount']) {
      throw conflict('PropertyChangeNotAllowed', "Changing property 'platformFaultDomainCount' is not allowed.");
    }
  },
  show: (set, azure) => ({ virtualMachines: usersOf(set, azure, machineType).map(({ id }) => ({ id })) }),
  checkDelete(set, azure) {
    const [machine] = usersOf(set, azure, machineType);
    if (machine) {
      throw conflict(
        'OperationNotAllowed',
        `Availability Set '${set.name}' cannot be deleted. Before deleting an Availability Set please ensure that it does not contain any VM. It contains ${machine.id}.`,
      );
    }
  },
};
