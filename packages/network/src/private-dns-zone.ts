import { ExistingResource, type IResourceGroup, subscriptionProvider } from '@iris-azure/foundation';
import { PrivateDnsZone as AzurermPrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type INetwork } from './network';

/** What a construct needs of the zone in which its private end point is registered. */
export interface IPrivateDnsZone {
  /** Resource id of the zone. */
  readonly id: string;

  /**
   * Lets a network resolve the zone's names, with a link that is a child of the given scope.
   *
   * @returns what must exist before a name is resolved: nothing where the network resolves the zone already.
   */
  link(scope: Construct, id: string, network: INetwork): ITerraformDependable[];
}

/** Properties of {@link PrivateDnsZone}. */
export interface PrivateDnsZoneProps {
  /** Resource group of the zone. */
  readonly resourceGroup: IResourceGroup;
  /** Name of the zone, the one that Azure prescribes for the service. */
  readonly name: string;
}

/** How an existing zone is used. */
export interface ExistingPrivateDnsZoneOptions {
  /**
   * Whether networks are linked to the zone here, by whoever deploys, in the zone's own subscription: only where they do not
   * resolve it yet.
   *
   * @default false: they do, by a link of the zone's owner or by the hub's resolver
   */
  readonly addLinks?: boolean;
}

/**
 * Private DNS zone. A network can be linked to one zone of a name only, so all that are reached from a network by names of
 * one zone share it.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export class PrivateDnsZone extends Construct implements IPrivateDnsZone {
  private readonly resource: AzurermPrivateDnsZone;
  private readonly resourceGroup: IResourceGroup;

  public constructor(scope: Construct, id: string, { resourceGroup, name }: PrivateDnsZoneProps) {
    super(scope, id);
    this.resourceGroup = resourceGroup;
    this.resource = new AzurermPrivateDnsZone(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.name,
      tags: resourceGroup.tags(),
    });
  }

  /**
   * A zone that exists, also of another subscription, such as the central one of a hub.
   *
   * @throws Refusal when the id is none of a private DNS zone.
   */
  public static fromPrivateDnsZoneId(
    scope: Construct,
    id: string,
    privateDnsZoneId: string,
    options: ExistingPrivateDnsZoneOptions = {},
  ): IPrivateDnsZone {
    return new ExistingPrivateDnsZone(scope, id, privateDnsZoneId, options);
  }

  /** Resource id of the zone. */
  public get id(): string {
    return this.resource.id;
  }

  /** Lets a network resolve the zone's names. */
  public link(scope: Construct, id: string, network: INetwork): ITerraformDependable[] {
    const { resourceGroup, resource } = this;
    return [
      new PrivateDnsZoneVirtualNetworkLink(scope, id, {
        name: network.name,
        resourceGroupName: resourceGroup.name,
        privateDnsZoneName: resource.name,
        virtualNetworkId: network.id,
        tags: resourceGroup.tags(),
      }),
    ];
  }
}

class ExistingPrivateDnsZone extends ExistingResource implements IPrivateDnsZone {
  private readonly addLinks: boolean;

  public constructor(
    scope: Construct,
    id: string,
    privateDnsZoneId: string,
    { addLinks = false }: ExistingPrivateDnsZoneOptions,
  ) {
    super(scope, id, privateDnsZoneId, 'Microsoft.Network/privateDnsZones');
    this.addLinks = addLinks;
  }

  public link(scope: Construct, id: string, network: INetwork): ITerraformDependable[] {
    if (!this.addLinks) {
      return [];
    }
    const { subscriptionId, resourceGroupName, name } = this.parts;
    const { region } = network.resourceGroup;
    return [
      new PrivateDnsZoneVirtualNetworkLink(scope, id, {
        provider: subscriptionProvider(scope, subscriptionId, region.cloud.name),
        name: network.name,
        resourceGroupName,
        privateDnsZoneName: name,
        virtualNetworkId: network.id,
        tags: network.resourceGroup.tags(),
      }),
    ];
  }
}
