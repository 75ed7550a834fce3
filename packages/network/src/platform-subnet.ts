import { type IResourceGroup } from '@iris-azure/foundation';
import {
  NetworkSecurityGroup,
  type NetworkSecurityGroupSecurityRule,
} from '@cdktf/provider-azurerm/lib/network-security-group';
import { Subnet as AzurermSubnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { type ISubnet } from './subnet';
import { type PlatformSubnetName } from './subnet-plan';

/** Properties of {@link PlatformSubnet}. */
export interface PlatformSubnetProps {
  /** Resource group of the virtual network. */
  readonly resourceGroup: IResourceGroup;
  /** Network in which the subnet lies. */
  readonly virtualNetwork: VirtualNetwork;
  /** Name that Azure prescribes. */
  readonly name: PlatformSubnetName;
  /** Range in CIDR notation, inside that of the network. */
  readonly addressRange: string;
  /** Rules of its network security group. @default no security group, as Azure asks for firewalls and gateways */
  readonly securityRules?: NetworkSecurityGroupSecurityRule[];
}

/**
 * A subnet for one of Azure's own services, under the name that Azure prescribes. It has no route table and no private
 * flag: the service brings its own way out, and Azure manages it by that way.
 */
export class PlatformSubnet extends Construct implements ISubnet {
  /** Range of the subnet in CIDR notation, known at synthesis. */
  public readonly addressRange: string;
  private readonly resource: AzurermSubnet;

  public constructor(scope: Construct, id: string, props: PlatformSubnetProps) {
    super(scope, id);
    const { resourceGroup, virtualNetwork, name, addressRange, securityRules } = props;
    this.addressRange = addressRange;
    this.resource = new AzurermSubnet(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.name,
      virtualNetworkName: virtualNetwork.name,
      addressPrefixes: [addressRange],
    });
    if (securityRules) {
      const securityGroup = new NetworkSecurityGroup(this, 'SecurityGroup', {
        name: resourceGroup.nameOf('networkSecurityGroup', name),
        resourceGroupName: resourceGroup.name,
        location: resourceGroup.location,
        securityRule: securityRules,
        tags: resourceGroup.tags(),
      });
      new SubnetNetworkSecurityGroupAssociation(this, 'SecurityGroupAssociation', {
        subnetId: this.resource.id,
        networkSecurityGroupId: securityGroup.id,
      });
    }
  }

  /** Resource id of the subnet. */
  public get id(): string {
    return this.resource.id;
  }
}
