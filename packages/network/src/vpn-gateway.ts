import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { VirtualNetworkGateway } from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { assertAsn, azureGatewayAsn } from './autonomous-system';
import { PublicIp } from './public-ip';
import { type ISubnet } from './subnet';

/**
 * Sizes of a VPN gateway: zone-redundant ones of the second generation, which scale into each other without a new
 * gateway. Throughput and tunnels grow with the number.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus
 */
export const vpnGatewaySkus = ['VpnGw2AZ', 'VpnGw3AZ', 'VpnGw4AZ', 'VpnGw5AZ'] as const;

/** One of {@link vpnGatewaySkus}. */
export type VpnGatewaySku = (typeof vpnGatewaySkus)[number];

/** What a connection needs of the gateway on which it ends. */
export interface IVirtualNetworkGateway {
  /** Resource id of the gateway. */
  readonly id: string;
}

/** Properties of {@link VpnGateway}. */
export interface VpnGatewayProps {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** The network's `GatewaySubnet`. */
  readonly subnet: ISubnet;
  /** Size of the gateway. @default VpnGw2AZ */
  readonly sku?: VpnGatewaySku;
  /**
   * Autonomous system number of the gateway.
   *
   * @default 65515, which Azure asks for where routes are to pass between VPN and ExpressRoute by a Route Server
   */
  readonly asn?: number;
  /** What must be there before the gateway: Azure makes the gateways of a subnet one after the other. @default nothing */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * VPN gateway of a network: active-active, so that each site has a tunnel to each of its two instances, with BGP, in all
 * zones of its region. A new one takes some 45 minutes.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-highlyavailable
 */
export class VpnGateway extends Construct implements IVirtualNetworkGateway {
  private readonly resource: VirtualNetworkGateway;

  public constructor(scope: Construct, id: string, props: VpnGatewayProps) {
    super(scope, id);
    const { resourceGroup, subnet, sku = 'VpnGw2AZ', asn = azureGatewayAsn, after = [] } = props;
    if (asn !== azureGatewayAsn) {
      refusingAt(this, () => assertAsn(asn, 'the VPN gateway'));
    }
    const instance = (number: 1 | 2) => ({
      name: `instance-${number}`,
      subnetId: subnet.id,
      publicIpAddressId: new PublicIp(this, `PublicIp${number}`, { resourceGroup, part: `vpn-${number}` }).id,
    });
    this.resource = new VirtualNetworkGateway(this, 'Resource', {
      name: resourceGroup.nameOf('vpnGateway'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      type: 'Vpn',
      vpnType: 'RouteBased',
      sku,
      generation: 'Generation2',
      activeActive: true,
      enableBgp: true,
      bgpSettings: { asn },
      ipConfiguration: [instance(1), instance(2)],
      tags: resourceGroup.tags(),
      dependsOn: after.length > 0 ? [...after] : undefined,
    });
  }

  /** Resource id of the gateway. */
  public get id(): string {
    return this.resource.id;
  }
}
