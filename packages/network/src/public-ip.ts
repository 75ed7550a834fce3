import { allZones, ExistingResource, type IResourceGroup } from '@iris-azure/foundation';
import { PublicIp as AzurermPublicIp } from '@cdktf/provider-azurerm/lib/public-ip';
import { Construct } from 'constructs';

/** What a construct needs of a public address. */
export interface IPublicIp {
  /** Resource id of the address. */
  readonly id: string;
}

/** Properties of {@link PublicIp}. */
export interface PublicIpProps {
  /** Resource group of the address. */
  readonly resourceGroup: IResourceGroup;
  /** What the address is for, last part of its name. */
  readonly part: string;
  /** Label under the region's DNS suffix, which Traffic Manager asks of an end point. @default no DNS name */
  readonly domainNameLabel?: string;
}

/** A static Standard public address, in all zones of its region. Never for a virtual machine. */
export class PublicIp extends Construct implements IPublicIp {
  private readonly resource: AzurermPublicIp;

  public constructor(scope: Construct, id: string, { resourceGroup, part, domainNameLabel }: PublicIpProps) {
    super(scope, id);
    this.resource = new AzurermPublicIp(this, 'Resource', {
      name: resourceGroup.nameOf('publicIp', part),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      allocationMethod: 'Static',
      zones: allZones(resourceGroup.region),
      domainNameLabel,
      tags: resourceGroup.tags(),
    });
  }

  /**
   * An address that exists, also of another subscription. It must be static and of the Standard SKU, and have a DNS label
   * where Traffic Manager is to lead to it.
   *
   * @throws Refusal when the id is none of a public address.
   */
  public static fromPublicIpId(scope: Construct, id: string, publicIpId: string): IPublicIp {
    return new ExistingResource(scope, id, publicIpId, 'Microsoft.Network/publicIPAddresses');
  }

  /** Resource id of the address. */
  public get id(): string {
    return this.resource.id;
  }
}
