import { type IResourceGroup } from '@iris-azure/foundation';
import { type INetwork } from '@iris-azure/network';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** What of a storage account is reached through a private end point of its own. */
export type StorageService = 'blob' | 'file';

/** What a storage account needs of the zone in which its private end point is registered. */
export interface IPrivateZone {
  /** Resource id of the zone. */
  readonly id: string;
  /** What must exist before a name of the zone is resolved in the network. @default nothing: it exists already */
  readonly links?: readonly ITerraformDependable[];
}

/** Properties of {@link PrivateZone}. */
export interface PrivateZoneProps {
  /** Resource group of the zone. */
  readonly resourceGroup: IResourceGroup;
  /** Network that resolves the zone's names. */
  readonly network: INetwork;
  /** Service whose private end points are registered in the zone. */
  readonly service: StorageService;
}

/**
 * Private DNS zone of one storage service, linked to a network.
 *
 * A network can be linked to one zone of a name only: make one for each service and network, and give it to every account.
 */
export class PrivateZone extends Construct implements IPrivateZone {
  /** The link to the network. */
  public readonly links: readonly ITerraformDependable[];
  private readonly resource: PrivateDnsZone;

  public constructor(scope: Construct, id: string, { resourceGroup, network, service }: PrivateZoneProps) {
    super(scope, id);
    this.resource = new PrivateDnsZone(this, 'Resource', {
      name: `privatelink.${service}.${resourceGroup.region.cloud.storageSuffix}`,
      resourceGroupName: resourceGroup.name,
      tags: resourceGroup.tags(),
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, 'Link', {
      name: service,
      resourceGroupName: resourceGroup.name,
      privateDnsZoneName: this.resource.name,
      virtualNetworkId: network.id,
      tags: resourceGroup.tags(),
    });
    this.links = [link];
  }

  /** A zone that exists, also of another subscription, already linked to the network. */
  public static fromPrivateZoneId(privateZoneId: string): IPrivateZone {
    return { id: privateZoneId };
  }

  /** Resource id of the zone. */
  public get id(): string {
    return this.resource.id;
  }
}
