import { type IResourceGroup } from '@iris-azure/foundation';
import { NatGateway as AzurermNatGateway } from '@cdktf/provider-azurerm/lib/nat-gateway';
import { NatGatewayPublicIpAssociation } from '@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association';
import { Construct } from 'constructs';
import { PublicIp } from './public-ip';

/** Properties of {@link NatGateway}. */
export interface NatGatewayProps {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
}

/** NAT gateway with one public address: the only way out for subnets without default outbound access. */
export class NatGateway extends Construct {
  private readonly resource: AzurermNatGateway;

  public constructor(scope: Construct, id: string, { resourceGroup }: NatGatewayProps) {
    super(scope, id);
    const publicIp = new PublicIp(this, 'PublicIp', { resourceGroup, part: 'nat' });
    this.resource = new AzurermNatGateway(this, 'Resource', {
      name: resourceGroup.nameOf('natGateway'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      skuName: 'Standard',
      idleTimeoutInMinutes: 10,
      tags: resourceGroup.tags(),
    });
    new NatGatewayPublicIpAssociation(this, 'PublicIpAssociation', {
      natGatewayId: this.resource.id,
      publicIpAddressId: publicIp.id,
    });
  }

  /** Resource id of the gateway. */
  public get id(): string {
    return this.resource.id;
  }
}
