import { type IResourceGroup } from '@iris-azure/foundation';
import { RouteTable as AzurermRouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { Construct } from 'constructs';

/** Properties of {@link RouteTable}. */
export interface RouteTableProps {
  /** Resource group of the table. */
  readonly resourceGroup: IResourceGroup;
  /** Private address of the firewall to which everything goes that has no nearer route. */
  readonly firewallAddress: string;
}

/**
 * Routes of the subnets whose servers leave the network by a firewall.
 *
 * Routes that gateways learn by BGP stay on: networks on premises and other regions are reached by their own, nearer
 * routes, both ways the same, which a stateful firewall in one direction would break. A default route that is learned
 * from on premises is no way around the firewall, since Azure prefers the one of the table.
 *
 * Never for the subnets of gateways, of Azure's own firewall and Bastion, or of an Application Gateway, which Azure manages
 * over the internet.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export class RouteTable extends Construct {
  private readonly resource: AzurermRouteTable;

  public constructor(scope: Construct, id: string, { resourceGroup, firewallAddress }: RouteTableProps) {
    super(scope, id);
    this.resource = new AzurermRouteTable(this, 'Resource', {
      name: resourceGroup.nameOf('routeTable', 'egress'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      bgpRoutePropagationEnabled: true,
      route: [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopInIpAddress: firewallAddress,
        },
      ],
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the table. */
  public get id(): string {
    return this.resource.id;
  }
}
