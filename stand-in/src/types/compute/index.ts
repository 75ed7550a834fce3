import { type ResourceType } from '../../arm/resource-type';
import { availabilitySet } from './availability-set';
import { capacityReservation, capacityReservationGroup } from './capacity-reservation';
import { disk } from './disk';
import { diskEncryptionSet } from './disk-encryption-set';
import { virtualMachine } from './virtual-machine';
import { virtualMachineExtension } from './virtual-machine-extension';

/** Types of Microsoft.Compute. */
export const computeTypes: readonly ResourceType[] = [
  availabilitySet,
  capacityReservation,
  capacityReservationGroup,
  disk,
  diskEncryptionSet,
  virtualMachine,
  virtualMachineExtension,
];
