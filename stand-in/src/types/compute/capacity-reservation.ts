import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { isObject } from '../../arm/json';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { computeName } from './names';

const groupType = 'Microsoft.Compute/capacityReservationGroups';

const reservationType = `${groupType}/capacityReservations`;

const machineType = 'Microsoft.Compute/virtualMachines';

/**
 * A container of reservations of one region, which reserves nothing by itself.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
 */
export const capacityReservationGroup: ResourceType = {
  type: groupType,
  name: computeName(64),
  shape: bodyShape({
    properties: {
      capacityReservations: readOnly,
      instanceView: readOnly,
      reservationType: z.enum(['Block', 'Targeted']),
      sharingProfile: anything,
      virtualMachinesAssociated: readOnly,
    },
    beside: { zones },
  }),
  show: (group, azure) => ({
    capacityReservations: reservationsOf(group.id, azure).map(({ id }) => ({ id })),
    virtualMachinesAssociated: usersOf(group, azure, machineType).map(({ id }) => ({ id })),
  }),
  checkDelete(group, azure) {
    const [inUse] = [...reservationsOf(group.id, azure), ...usersOf(group, azure, machineType)];
    if (inUse) {
      throw conflict(
        'OperationNotAllowed',
        `Capacity reservation group ${group.name} cannot be deleted while ${inUse.id} belongs to it.`,
      );
    }
  },
};

/**
 * Capacity of one size in one place: in a zone of its group, if that has zones.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-create
 */
export const capacityReservation: ResourceType = {
  type: reservationType,
  name: computeName(80),
  location: 'region',
  shape: bodyShape({
    properties: {
      instanceView: readOnly,
      platformFaultDomainCount: readOnly,
      provisioningTime: readOnly,
      reservationId: readOnly,
      timeCreated: readOnly,
      virtualMachinesAssociated: readOnly,
    },
    beside: {
      sku: object({ name: z.string(), capacity: z.int().min(0), tier: z.string() }, ['name', 'capacity']),
      zones: zones.max(1),
    },
    requiredBeside: ['sku'],
  }),
  longRunning: ['put', 'delete'],
  check(reservation, azure, previous) {
    const group = azure.store.find(groupIdOf(reservation));
    if (group?.location !== reservation.location) {
      throw badRequest(
        'InvalidParameter',
        `Location of capacity reservation ${reservation.name} must be that of its group, ${String(group?.location)}.`,
      );
    }
    const offered = group?.zones ?? [];
    const zone = zoneOf(reservation);
    if (zone === '' ? offered.length > 0 : !offered.includes(zone)) {
      throw badRequest(
        'InvalidParameter',
        `Capacity reservation ${reservation.name} must be in a zone of its group (${offered.join(', ')}), got '${zone}'.`,
      );
    }
    const rival = reservationsOf(groupIdOf(reservation), azure).find(
      (other) => other.id !== reservation.id && placeOf(other) === placeOf(reservation),
    );
    if (rival) {
      throw conflict(
        'OperationNotAllowed',
        `The group has a capacity reservation of this size and zone already: ${rival.name}.`,
      );
    }
    if (previous && placeOf(previous) !== placeOf(reservation)) {
      throw conflict('PropertyChangeNotAllowed', "Changing property 'sku.name' or 'zones' is not allowed.");
    }
  },
  show: (reservation, azure) => ({
    virtualMachinesAssociated: machinesOf(reservation, azure).map(({ id }) => ({ id })),
  }),
  checkDelete(reservation, azure) {
    const [machine] = machinesOf(reservation, azure);
    if (machine) {
      throw conflict(
        'OperationNotAllowed',
        `Capacity reservation ${reservation.name} cannot be deleted while ${machine.id} is associated with it.`,
      );
    }
  },
};

/**
 * Refuses a machine that names a group in which no capacity of its size and zone is reserved, or that may not join one.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview#limitations-and-restrictions
 */
export function checkCapacityReservation(machine: Resource, azure: Azure): void {
  const group = groupIdIn(machine);
  if (group === undefined) {
    return;
  }
  for (const property of ['availabilitySet', 'proximityPlacementGroup', 'host', 'hostGroup']) {
    if (machine.properties[property] !== undefined) {
      throw badRequest(
        'InvalidParameter',
        `Virtual machine ${machine.name} with '${property}' cannot use capacity reservation group ${group}.`,
      );
    }
  }
  if (!reservationsOf(group, azure).some((reservation) => placeOf(reservation) === placeOf(machine))) {
    throw badRequest(
      'InvalidParameter',
      `Capacity reservation group ${group} has no reservation for ${placeOf(machine)} of virtual machine ${machine.name}.`,
    );
  }
}

function reservationsOf(groupId: string, { store }: Azure): readonly Resource[] {
  return store.children(groupId, reservationType);
}

function machinesOf(reservation: Resource, azure: Azure): readonly Resource[] {
  return azure.store
    .referrers(groupIdOf(reservation), machineType)
    .filter((machine) => placeOf(machine) === placeOf(reservation));
}

function groupIdOf({ id }: Resource): string {
  return ResourceId.parse(id).parent?.text ?? '';
}

function groupIdIn({ properties }: Resource): string | undefined {
  const profile = properties['capacityReservation'];
  const group = isObject(profile) ? profile['capacityReservationGroup'] : undefined;
  return isObject(group) && typeof group['id'] === 'string' ? group['id'] : undefined;
}

function zoneOf(resource: Resource): string {
  return (resource.zones ?? []).join();
}

/** Size and zone of a machine or a reservation. */
function placeOf(resource: Resource): string {
  const { hardwareProfile } = resource.properties as { readonly hardwareProfile?: { readonly vmSize: string } };
  const { name } = (resource['sku'] ?? {}) as { readonly name?: string };
  return `size ${hardwareProfile?.vmSize ?? name ?? ''} in zone '${zoneOf(resource)}'`;
}
