import { type IResourceGroup } from '@iris-azure/foundation';
import { Subnet as AzurermSubnet } from '@cdktf/provider-azurerm/lib/subnet';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { type ISubnet } from './subnet';

/** Properties of {@link GatewaySubnet}. */
export interface GatewaySubnetProps {
  /** Resource group of the virtual network. */
  readonly resourceGroup: IResourceGroup;
  /** Network in which the subnet lies. */
  readonly virtualNetwork: VirtualNetwork;
  /** Range in CIDR notation, a /27 or larger: a VPN and an ExpressRoute gateway share it. */
  readonly addressRange: string;
}

/**
 * The subnet of a network's gateways, under the name that Azure asks for. It has no network security group, NAT gateway
 * or machine: with a security group Azure's gateways may stop, and a NAT gateway it refuses here.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
 */
export class GatewaySubnet extends Construct implements ISubnet {
  /** Range of the subnet in CIDR notation, known at synthesis. */
  public readonly addressRange: string;
  private readonly resource: AzurermSubnet;

  public constructor(scope: Construct, id: string, props: GatewaySubnetProps) {
    super(scope, id);
    this.addressRange = props.addressRange;
    this.resource = new AzurermSubnet(this, 'Resource', {
      name: 'GatewaySubnet',
      resourceGroupName: props.resourceGroup.name,
      virtualNetworkName: props.virtualNetwork.name,
      addressPrefixes: [props.addressRange],
      defaultOutboundAccessEnabled: false,
    });
  }

  /** Resource id of the subnet. */
  public get id(): string {
    return this.resource.id;
  }
}
