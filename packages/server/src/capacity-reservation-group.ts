import { allZones, type IResourceGroup, Refusal } from '@iris-azure/foundation';
import { CapacityReservationGroup as AzurermCapacityReservationGroup } from '@cdktf/provider-azurerm/lib/capacity-reservation-group';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CapacityReservation } from './capacity-reservation';
import { type Placement } from './placement';

/** What a server needs of the group in which its capacity is reserved. */
export interface ICapacityReservationGroup {
  /** Resource id of the group. */
  readonly id: string;

  /**
   * Reserves the capacity of one more server.
   *
   * @returns what the server must wait for.
   * @throws Refusal when Azure reserves no capacity for a server of this size or in this place.
   */
  reserve(size: string, placement: Placement): ITerraformDependable;
}

/** Properties of {@link CapacityReservationGroup}. */
export interface CapacityReservationGroupProps {
  /** Resource group of the reservations. Its region is that of the servers. */
  readonly resourceGroup: IResourceGroup;
}

/**
 * Reserved capacity of a region: one reservation for each size and zone, as large as the number of servers that join. A server
 * that was deallocated starts again even when the region is short of capacity, as it is when a neighbouring one has failed.
 *
 * What is reserved costs as much as if it ran, whether it runs or not; while it runs, the reservation costs nothing besides.
 * Azure reserves capacity for no server in an availability set.
 *
 * Azure refuses to reserve a size that the region does not offer to the subscription.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
 * @seed S6
 */
export class CapacityReservationGroup extends Construct implements ICapacityReservationGroup {
  private readonly resourceGroup: IResourceGroup;
  private readonly resource: AzurermCapacityReservationGroup;

  public constructor(scope: Construct, id: string, { resourceGroup }: CapacityReservationGroupProps) {
    super(scope, id);
    this.resourceGroup = resourceGroup;
    this.resource = new AzurermCapacityReservationGroup(this, 'Resource', {
      name: resourceGroup.nameOf('capacityReservationGroup'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      zones: allZones(resourceGroup.region),
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the group. */
  public get id(): string {
    return this.resource.id;
  }

  /** Reserves the capacity of one more server, see {@link ICapacityReservationGroup.reserve}. */
  public reserve(size: string, placement: Placement): ITerraformDependable {
    if (placement.kind !== 'zone') {
      throw new Refusal(
        `capacity can be reserved for servers in zones, got one in an availability set; ` +
          `set highAvailability to zones, or reserve no capacity`,
      );
    }
    return this.reservation(size, placement.zone).addServer();
  }

  private reservation(size: string, zone: string): CapacityReservation {
    const id = `${size}-${zone}`;
    const existing = this.node.tryFindChild(id) as CapacityReservation | undefined;
    return (
      existing ??
      new CapacityReservation(this, id, {
        resourceGroup: this.resourceGroup,
        capacityReservationGroupId: this.id,
        size,
        zone,
      })
    );
  }
}
