import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { type Construct } from 'constructs';
import { hostAddress } from './addressing';
import { AzureFirewall } from './azure-firewall';
import { FirewallPolicy, type FirewallRules } from './firewall-policy';
import { NatGateway } from './nat-gateway';
import { PlatformSubnet } from './platform-subnet';
import { RouteTable } from './route-table';
import { type SubnetPlan, type TierName } from './subnet-plan';

/** A NAT gateway: servers reach any address, nothing is inspected. */
export interface NatGatewayEgress {
  /** The choice. */
  readonly kind: 'natGateway';
}

/** Azure Firewall Premium: servers reach what its policy names, inspected. */
export interface AzureFirewallEgress extends FirewallRules {
  /** The choice. */
  readonly kind: 'azureFirewall';
  /** Public addresses of the firewall, 1 to 250. @default 1 */
  readonly publicAddressCount?: number;
}

/**
 * Third-party firewalls behind a load balancer, which come with a later stack. Until they stand and have their policy,
 * servers do not reach the internet.
 */
export interface ApplianceEgress {
  /** The choice. */
  readonly kind: 'appliance';
}

/** How the servers of a network reach the internet. */
export type Egress = NatGatewayEgress | AzureFirewallEgress | ApplianceEgress;

/** Tiers whose servers go out by the network's way out; an Application Gateway has its own, by which Azure manages it. */
const serverTiers = ['web', 'application', 'data', 'management'] as const satisfies readonly TierName[];

/** Whether a tier takes the network's way out. */
export function takesEgress(tier: TierName): boolean {
  return tier !== 'gateway';
}

/** Host number of the load balancer of third-party firewalls in their inner subnet. */
const applianceHost = 10;

/** Address of the load balancer of third-party firewalls: fixed, so that routes can name it before it exists. */
export function applianceAddress(plan: SubnetPlan): string {
  return hostAddress(plan.applianceTrust, applianceHost);
}

/** What a way out is made from. */
export interface EgressInput {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
  /** Network of the servers. */
  readonly virtualNetwork: VirtualNetwork;
  /** Ranges of its subnets. */
  readonly plan: SubnetPlan;
  /** The choice. */
  readonly egress: Egress;
}

/** A way out, as subnets take it. */
export interface WayOut {
  /** NAT gateway, if that is the way. */
  readonly natGatewayId?: string;
  /** Route table that leads to a firewall, if that is the way. */
  readonly routeTableId?: string;
  /** Azure's own firewall, if that is the way. */
  readonly firewall?: AzureFirewall;
}

/** Makes the way out of a network, in the network's own scope. */
export function addEgress(scope: Construct, { resourceGroup, virtualNetwork, plan, egress }: EgressInput): WayOut {
  if (egress.kind === 'natGateway') {
    return { natGatewayId: new NatGateway(scope, 'NatGateway', { resourceGroup }).id };
  }
  const routesTo = (firewallAddress: string) =>
    new RouteTable(scope, 'RouteTable', { resourceGroup, firewallAddress }).id;
  if (egress.kind === 'appliance') {
    return { routeTableId: routesTo(refusingAt(scope, () => applianceAddress(plan))) };
  }
  const firewall = new AzureFirewall(scope, 'Firewall', {
    resourceGroup,
    subnet: new PlatformSubnet(scope, 'FirewallSubnet', {
      resourceGroup,
      virtualNetwork,
      name: 'AzureFirewallSubnet',
      addressRange: plan.AzureFirewallSubnet,
    }),
    policy: new FirewallPolicy(scope, 'FirewallPolicy', {
      resourceGroup,
      sources: serverTiers.map((tier) => plan[tier]),
      operatingSystem: egress.operatingSystem,
      allow: egress.allow,
    }),
    publicAddressCount: egress.publicAddressCount,
  });
  return { routeTableId: routesTo(firewall.privateIpAddress), firewall };
}
