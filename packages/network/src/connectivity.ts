import { type IResourceGroup } from '@iris-azure/foundation';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { ExpressRoute, type ExpressRouteSettings } from './express-route';
import { GatewaySubnet } from './gateway-subnet';
import { SiteToSite, type VpnSettings } from './site-to-site';

/** How a network is reached other than by the internet: by VPN, by ExpressRoute, by both. */
export interface ConnectivitySettings {
  /** IPsec VPN over the internet. Beside ExpressRoute it takes over when no circuit is left. @default none */
  readonly vpn?: VpnSettings;
  /** ExpressRoute circuits, which traffic takes first. @default none */
  readonly expressRoute?: ExpressRouteSettings;
}

/** Properties of {@link Connectivity}. */
export interface ConnectivityProps extends ConnectivitySettings {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
  /** Network that is connected. */
  readonly virtualNetwork: VirtualNetwork;
  /** Range of the network in CIDR notation. */
  readonly addressSpace: string;
  /** Range of the gateways' subnet. */
  readonly gatewayRange: string;
}

/**
 * Gateways of one region's network, in one subnet, and what they are connected to.
 *
 * Each region has gateways of its own, so that one region can be lost: the peering between regions passes no gateway on.
 */
export class Connectivity extends Construct {
  /** ExpressRoute, for the connections between regions. */
  public readonly expressRoute?: ExpressRoute;

  public constructor(scope: Construct, id: string, props: ConnectivityProps) {
    super(scope, id);
    const { resourceGroup, virtualNetwork, addressSpace, vpn, expressRoute } = props;
    const subnet = new GatewaySubnet(this, 'GatewaySubnet', {
      resourceGroup,
      virtualNetwork,
      addressRange: props.gatewayRange,
    });
    this.expressRoute =
      expressRoute && new ExpressRoute(this, 'ExpressRoute', { resourceGroup, subnet, ...expressRoute });
    if (vpn) {
      new SiteToSite(this, 'Vpn', {
        resourceGroup,
        subnet,
        addressSpace,
        ...vpn,
        after: this.expressRoute && [this.expressRoute.dependable],
      });
    }
  }
}
