import { type IResourceGroup } from '@iris-azure/foundation';
import { AvailabilitySet as AzurermAvailabilitySet } from '@cdktf/provider-azurerm/lib/availability-set';
import { Construct } from 'constructs';

/** What a server needs of the availability set that it joins. */
export interface IAvailabilitySet {
  /** Resource id of the set. */
  readonly id: string;
}

/** Properties of {@link AvailabilitySet}. */
export interface AvailabilitySetProps {
  /** Resource group of the set and of its servers: Azure asks for the same one. */
  readonly resourceGroup: IResourceGroup;
  /** Which servers it holds, last part of its name. */
  readonly part: string;
}

/**
 * Aligned availability set with every fault domain of its region and the most update domains that Azure has, so that
 * maintenance never takes two servers of a set at once.
 *
 * @seed S7, S8
 */
export class AvailabilitySet extends Construct implements IAvailabilitySet {
  private readonly resource: AzurermAvailabilitySet;

  public constructor(scope: Construct, id: string, { resourceGroup, part }: AvailabilitySetProps) {
    super(scope, id);
    this.resource = new AzurermAvailabilitySet(this, 'Resource', {
      name: resourceGroup.nameOf('availabilitySet', part),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      managed: true,
      platformFaultDomainCount: resourceGroup.region.faultDomains,
      platformUpdateDomainCount: 20,
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the set. */
  public get id(): string {
    return this.resource.id;
  }
}
