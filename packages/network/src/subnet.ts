import { ExistingResource, type IResourceGroup } from '@iris-azure/foundation';
import {
  NetworkSecurityGroup,
  type NetworkSecurityGroupSecurityRule,
} from '@cdktf/provider-azurerm/lib/network-security-group';
import { Subnet as AzurermSubnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNatGatewayAssociation } from '@cdktf/provider-azurerm/lib/subnet-nat-gateway-association';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';

/** What a construct needs of the subnet into which it puts a resource. */
export interface ISubnet {
  /** Resource id of the subnet. */
  readonly id: string;
  /** Range of the subnet in CIDR notation, known at synthesis. */
  readonly addressRange: string;
}

/** Properties of {@link Subnet}. */
export interface SubnetProps {
  /** Resource group of the virtual network. */
  readonly resourceGroup: IResourceGroup;
  /** Network in which the subnet lies. */
  readonly virtualNetwork: VirtualNetwork;
  /** Name of the tier, last part of the subnet's name. */
  readonly tier: string;
  /** Range in CIDR notation, inside that of the network. */
  readonly addressRange: string;
  /** Rules of the subnet's network security group, the only ones that it has. */
  readonly securityRules: NetworkSecurityGroupSecurityRule[];
  /** NAT gateway for outbound traffic. @default none: the subnet's resources bring their own way out, or have none. */
  readonly natGatewayId?: string;
  /** Route table whose default route leads to a firewall. @default none */
  readonly routeTableId?: string;
}

/** A private subnet (no default outbound access) with a network security group of its own. */
export class Subnet extends Construct implements ISubnet {
  /** Range of the subnet in CIDR notation, known at synthesis. */
  public readonly addressRange: string;
  private readonly resource: AzurermSubnet;

  public constructor(scope: Construct, id: string, props: SubnetProps) {
    super(scope, id);
    const { resourceGroup, virtualNetwork, tier } = props;
    this.addressRange = props.addressRange;
    this.resource = new AzurermSubnet(this, 'Resource', {
      name: `snet-${tier}`,
      resourceGroupName: resourceGroup.name,
      virtualNetworkName: virtualNetwork.name,
      addressPrefixes: [props.addressRange],
      defaultOutboundAccessEnabled: false,
      privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled',
    });
    const securityGroup = new NetworkSecurityGroup(this, 'SecurityGroup', {
      name: resourceGroup.nameOf('networkSecurityGroup', tier),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      securityRule: props.securityRules,
      tags: resourceGroup.tags(),
    });
    new SubnetNetworkSecurityGroupAssociation(this, 'SecurityGroupAssociation', {
      subnetId: this.resource.id,
      networkSecurityGroupId: securityGroup.id,
    });
    if (props.natGatewayId) {
      new SubnetNatGatewayAssociation(this, 'NatGatewayAssociation', {
        subnetId: this.resource.id,
        natGatewayId: props.natGatewayId,
      });
    }
    if (props.routeTableId) {
      new SubnetRouteTableAssociation(this, 'RouteTableAssociation', {
        subnetId: this.resource.id,
        routeTableId: props.routeTableId,
      });
    }
  }

  /**
   * A subnet that exists. What may enter and leave it is its owner's to say.
   *
   * @param addressRange range of the subnet in CIDR notation, which its id does not tell.
   * @throws Refusal when the id is none of a subnet.
   */
  public static fromSubnetId(scope: Construct, id: string, subnetId: string, addressRange: string): ISubnet {
    const { id: existing } = new ExistingResource(scope, id, subnetId, 'Microsoft.Network/virtualNetworks/subnets');
    return { id: existing, addressRange };
  }

  /** Resource id of the subnet. */
  public get id(): string {
    return this.resource.id;
  }
}
