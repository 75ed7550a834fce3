import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { CapacityReservation as AzurermCapacityReservation } from '@cdktf/provider-azurerm/lib/capacity-reservation';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Properties of {@link CapacityReservation}. */
export interface CapacityReservationProps {
  /** Resource group of the reservation's group. */
  readonly resourceGroup: IResourceGroup;
  /** Resource id of the group that it belongs to. */
  readonly capacityReservationGroupId: string;
  /** Size of the servers. */
  readonly size: string;
  /** Zone of the servers. */
  readonly zone: string;
}

/**
 * Capacity for servers of one size in one zone, paid for like running servers whether they run or not.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
 */
export class CapacityReservation extends Construct {
  private readonly resource: AzurermCapacityReservation;
  private servers = 0;

  public constructor(scope: Construct, id: string, props: CapacityReservationProps) {
    super(scope, id);
    const { resourceGroup, size, zone } = props;
    refusingAt(this, () => assertReservable(size));
    this.resource = new AzurermCapacityReservation(this, 'Resource', {
      name: resourceGroup.nameOf('capacityReservation', size.replaceAll('_', '-'), zone),
      capacityReservationGroupId: props.capacityReservationGroupId,
      zone,
      sku: { name: size, capacity: this.servers },
      tags: resourceGroup.tags(),
    });
  }

  /** Adds the capacity of one more server, which must wait for what is returned. */
  public addServer(): ITerraformDependable {
    this.servers += 1;
    this.resource.sku.capacity = this.servers;
    return this.resource;
  }
}

/** Series of which Azure reserves no capacity: M of the first version, ND, HB and HC. */
const unreservable = /^Standard_(M[^_]+|ND\w+|H[BC]\w+)$/;

function assertReservable(size: string): void {
  if (unreservable.test(size)) {
    throw new Refusal(
      `capacity can be reserved for D, E, F and newer M sizes, among others, got ${size}; ` +
        `set size to one of another series, or reserve no capacity`,
    );
  }
}
