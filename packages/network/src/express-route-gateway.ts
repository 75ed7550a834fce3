import { type IResourceGroup } from '@iris-azure/foundation';
import { VirtualNetworkGateway } from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type ISubnet } from './subnet';
import { type IVirtualNetworkGateway } from './vpn-gateway';

/** Zone-redundant sizes of an ExpressRoute gateway, each with the number of circuits that it can be connected to. */
export const expressRouteGatewayCircuits = { ErGw1AZ: 4, ErGw2AZ: 8, ErGw3AZ: 16 } as const;

/** Size of an ExpressRoute gateway. */
export type ExpressRouteGatewaySku = keyof typeof expressRouteGatewayCircuits;

/** Properties of {@link ExpressRouteGateway}. */
export interface ExpressRouteGatewayProps {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** The network's `GatewaySubnet`. */
  readonly subnet: ISubnet;
  /** Size, which grows in place; of smaller ones Azure takes `ErGw1AZ` after `ErGw2AZ` alone. @default ErGw1AZ */
  readonly sku?: ExpressRouteGatewaySku;
}

/**
 * ExpressRoute gateway of a network, in all zones of its region. Its public address is Microsoft's own; nothing of the
 * customer's is reached by it.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-about-virtual-network-gateways
 */
export class ExpressRouteGateway extends Construct implements IVirtualNetworkGateway {
  private readonly resource: VirtualNetworkGateway;

  public constructor(scope: Construct, id: string, props: ExpressRouteGatewayProps) {
    super(scope, id);
    const { resourceGroup, subnet, sku = 'ErGw1AZ' } = props;
    this.resource = new VirtualNetworkGateway(this, 'Resource', {
      name: resourceGroup.nameOf('expressRouteGateway'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      type: 'ExpressRoute',
      sku,
      ipConfiguration: [{ name: 'default', subnetId: subnet.id }],
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the gateway. */
  public get id(): string {
    return this.resource.id;
  }

  /** For a gateway that is to be made in the same subnet after this one. */
  public get dependable(): ITerraformDependable {
    return this.resource;
  }
}
