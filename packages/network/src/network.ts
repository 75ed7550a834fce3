import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { ApplianceSubnets, type IApplianceSubnets } from './appliance-subnets';
import { type AzureFirewall } from './azure-firewall';
import { Bastion, type BastionSettings } from './bastion';
import { bastionSecurityRules } from './bastion-rules';
import { Connectivity, type ConnectivitySettings } from './connectivity';
import { DdosProtectionPlan, type IDdosProtectionPlan } from './ddos-protection-plan';
import { addEgress, type Egress, takesEgress } from './egress';
import { ExistingNetwork, type NetworkAttributes } from './existing-network';
import { type IExpressRoute } from './express-route';
import { PlatformSubnet } from './platform-subnet';
import { type BackendTls, type NetworkAccess, securityRules, type Sources } from './security-rules';
import { type ISubnet, Subnet } from './subnet';
import { planSubnets, type TierName } from './subnet-plan';

/** What a construct needs of the network that it joins. */
export interface INetwork {
  /** Resource id of the virtual network. */
  readonly id: string;
  /** Azure's name of the virtual network. */
  readonly name: string;
  /** Range of the virtual network in CIDR notation, known at synthesis. */
  readonly addressSpace: string;
  /** Resource group of the virtual network. */
  readonly resourceGroup: IResourceGroup;
  /** Subnet of each tier. */
  readonly subnets: Readonly<Record<TierName, ISubnet>>;
  /** ExpressRoute of the network, for connections between regions. @default it has none */
  readonly expressRoute?: IExpressRoute;
  /**
   * How its servers reach the internet. By a firewall, answers to the internet leave by it too: a public load balancer
   * right before servers would never be answered through.
   */
  readonly egress: Egress['kind'];
  /** Plan that protects the network, for networks of other regions. @default none of which it knows */
  readonly ddosProtectionPlan?: IDdosProtectionPlan;
  /** Subnets of third-party firewalls. @default none: they are not its way out */
  readonly applianceSubnets?: IApplianceSubnets;
}

/** How a network is closed off from the world around it. */
export interface PerimeterSettings {
  /** How servers reach the internet. @default by a NAT gateway */
  readonly egress?: Egress;
  /**
   * Protection of the network's public addresses against denial of service: a plan that exists, or `new` for one of the
   * network's own, which is dear and does for all networks of a tenant.
   *
   * @default Azure's basic protection alone, which acts late for a single application
   */
  readonly ddosProtection?: IDdosProtectionPlan | 'new';
  /** Bastion for administrators. @default none: they come from networks of their own */
  readonly bastion?: BastionSettings & {
    /** Who may come from the internet to sign in. @default `Internet`; Azure asks each for an account and a role */
    readonly clients?: Sources;
  };
}

/** What is chosen for a network, in whatever region. */
export interface NetworkSettings extends PerimeterSettings {
  /** Range of the network in CIDR notation, at least a /21, apart from the ranges of every network that it is peered with. */
  readonly addressSpace: string;
  /** Who may reach the network from outside. */
  readonly access: NetworkAccess;
  /** How Application Gateway reaches the web servers, see {@link BackendTls}. @default endToEnd */
  readonly backendTls?: BackendTls;
  /** Ranges of the data subnets of other regions in which the same mirrors have members. @default none */
  readonly remoteMirrorRanges?: readonly string[];
  /** Whether servers of the data subnet reach file shares by SMB, through private end points in the management subnet. @default false */
  readonly fileShares?: boolean;
  /** VPN and ExpressRoute. @default none: the network is reached by the internet alone */
  readonly connectivity?: ConnectivitySettings;
}

/** Properties of {@link Network}. */
export interface NetworkProps extends NetworkSettings {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
}

/**
 * Virtual network of one region: a private subnet for each tier, least privilege between them, one way out.
 *
 * @seed S23
 */
export class Network extends Construct implements INetwork {
  /** Range of the virtual network in CIDR notation, known at synthesis. */
  public readonly addressSpace: string;
  /** Resource group of the virtual network. */
  public readonly resourceGroup: IResourceGroup;
  /** Subnet of each tier. */
  public readonly subnets: Readonly<Record<TierName, ISubnet>>;
  /** ExpressRoute of the network, if it has any. */
  public readonly expressRoute?: IExpressRoute;
  /** How its servers reach the internet. */
  public readonly egress: Egress['kind'];
  /** Plan that protects the network, if one does: one is enough for all networks of a tenant. */
  public readonly ddosProtectionPlan?: IDdosProtectionPlan;
  /** Azure's firewall, if the way out is by it. */
  public readonly firewall?: AzureFirewall;
  /** Subnets of third-party firewalls, if the way out is by them. */
  public readonly applianceSubnets?: IApplianceSubnets;
  /** Bastion of the network, if it has one. */
  public readonly bastion?: Bastion;
  private readonly virtualNetwork: VirtualNetwork;

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { resourceGroup, addressSpace, access, backendTls, remoteMirrorRanges = [], bastion, fileShares } = props;
    const { egress = { kind: 'natGateway' } } = props;
    const plan = refusingAt(this, () => planSubnets(addressSpace));

    this.addressSpace = addressSpace;
    this.resourceGroup = resourceGroup;
    this.egress = egress.kind;
    this.ddosProtectionPlan =
      props.ddosProtection === 'new'
        ? new DdosProtectionPlan(this, 'DdosProtectionPlan', { resourceGroup })
        : props.ddosProtection;
    this.virtualNetwork = new VirtualNetwork(this, 'VirtualNetwork', {
      name: resourceGroup.nameOf('virtualNetwork'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      addressSpace: [addressSpace],
      ddosProtectionPlan: this.ddosProtectionPlan && { id: this.ddosProtectionPlan.id, enable: true },
      tags: resourceGroup.tags(),
    });
    const inNetwork = { resourceGroup, virtualNetwork: this.virtualNetwork };
    const { firewall, ...wayOut } = addEgress(this, { ...inNetwork, plan, egress });
    this.firewall = firewall;
    const subnet = (tier: TierName) =>
      new Subnet(this, pascalCase(tier), {
        ...inNetwork,
        tier,
        addressRange: plan[tier],
        securityRules: securityRules(tier, {
          addressSpace,
          plan,
          access,
          backendTls,
          remoteMirrorRanges,
          fileShares,
          bastion: bastion && plan.AzureBastionSubnet,
        }),
        ...(takesEgress(tier) && wayOut),
      });
    this.subnets = {
      gateway: subnet('gateway'),
      web: subnet('web'),
      application: subnet('application'),
      data: subnet('data'),
      management: subnet('management'),
    };
    if (egress.kind === 'appliance') {
      this.applianceSubnets = new ApplianceSubnets(this, 'Appliance', {
        ...inNetwork,
        addressSpace,
        plan,
        clients: access.clients,
      });
    }
    if (bastion) {
      const { clients = 'Internet', ...settings } = bastion;
      this.bastion = new Bastion(this, 'Bastion', {
        resourceGroup,
        subnet: new PlatformSubnet(this, 'BastionSubnet', {
          ...inNetwork,
          name: 'AzureBastionSubnet',
          addressRange: plan.AzureBastionSubnet,
          securityRules: bastionSecurityRules(clients),
        }),
        ...settings,
      });
    }
    const connectivity =
      props.connectivity &&
      new Connectivity(this, 'Connectivity', {
        ...props.connectivity,
        resourceGroup,
        virtualNetwork: this.virtualNetwork,
        addressSpace,
        gatewayRange: plan.GatewaySubnet,
      });
    this.expressRoute = connectivity?.expressRoute;
  }

  /**
   * A network that exists, with a subnet for each tier. Its security groups, routes and ways in and out are its owner's:
   * {@link securityRules} tells what the tiers need. Azure puts machines into networks of their own subscription and region
   * alone; one of another subscription is for peering.
   *
   * @throws Refusal when an id is malformed or of another type, a subnet is of another network, or lies outside of its range.
   */
  public static fromNetworkId(
    scope: Construct,
    id: string,
    networkId: string,
    attributes: NetworkAttributes,
  ): INetwork {
    return new ExistingNetwork(scope, id, networkId, attributes);
  }

  /** Resource id of the virtual network. */
  public get id(): string {
    return this.virtualNetwork.id;
  }

  /** Azure's name of the virtual network. */
  public get name(): string {
    return this.virtualNetwork.name;
  }
}

function pascalCase(tier: TierName): string {
  return tier.charAt(0).toUpperCase() + tier.slice(1);
}
