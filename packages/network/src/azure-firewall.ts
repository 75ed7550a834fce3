import { allZones, type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { Firewall } from '@cdktf/provider-azurerm/lib/firewall';
import { Construct } from 'constructs';
import { type IFirewallPolicy } from './firewall-policy';
import { PublicIp } from './public-ip';
import { type ISubnet } from './subnet';

/** Properties of {@link AzureFirewall}. */
export interface AzureFirewallProps {
  /** Resource group of the virtual network: Azure asks for the same one. */
  readonly resourceGroup: IResourceGroup;
  /** Subnet of the name `AzureFirewallSubnet`, at least a /26. */
  readonly subnet: ISubnet;
  /** What it lets through. */
  readonly policy: IFirewallPolicy;
  /** Public addresses, 1 to 250: each has 2,496 ports for connections from each instance. @default 1 */
  readonly publicAddressCount?: number;
}

/**
 * Azure Firewall Premium in all zones of its region: the way out of every subnet whose default route names it.
 *
 * It has public addresses of its own and no NAT gateway: those of a NAT gateway are not zone-redundant, and the firewall is.
 *
 * @see https://learn.microsoft.com/azure/firewall/deploy-availability-zone
 */
export class AzureFirewall extends Construct {
  private readonly resource: Firewall;

  public constructor(scope: Construct, id: string, props: AzureFirewallProps) {
    super(scope, id);
    const { resourceGroup, subnet, policy, publicAddressCount = 1 } = props;
    refusingAt(this, () => {
      assertCount(publicAddressCount);
    });
    this.resource = new Firewall(this, 'Resource', {
      name: resourceGroup.nameOf('firewall'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      skuName: 'AZFW_VNet',
      skuTier: 'Premium',
      zones: allZones(resourceGroup.region),
      firewallPolicyId: policy.id,
      ipConfiguration: Array.from({ length: publicAddressCount }, (_, index) => ({
        name: `public-${index}`,
        // One of the configurations names the subnet, for all.
        subnetId: index === 0 ? subnet.id : undefined,
        publicIpAddressId: new PublicIp(this, `PublicIp${index}`, { resourceGroup, part: `firewall-${index}` }).id,
      })),
      tags: resourceGroup.tags(),
      dependsOn: [...policy.rules],
    });
  }

  /** Resource id of the firewall. */
  public get id(): string {
    return this.resource.id;
  }

  /** Private address of the firewall, next hop of default routes. Azure chooses it, the first of the subnet. */
  public get privateIpAddress(): string {
    return this.resource.ipConfiguration.get(0).privateIpAddress;
  }
}

function assertCount(count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > 250) {
    throw new Refusal(`firewall must have 1 to 250 public addresses, got ${count}; set publicAddressCount`);
  }
}
