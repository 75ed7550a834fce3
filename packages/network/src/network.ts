import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { Connectivity, type ConnectivitySettings } from './connectivity';
import { type IExpressRoute } from './express-route';
import { ExistingNetwork, type NetworkAttributes } from './existing-network';
import { NatGateway } from './nat-gateway';
import { type BackendTls, type NetworkAccess, securityRules } from './security-rules';
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
}

/** What is chosen for a network, in whatever region. */
export interface NetworkSettings {
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

/** Virtual network of one region: a private subnet for each tier, least privilege between them, one way out by NAT. */
export class Network extends Construct implements INetwork {
  /** Range of the virtual network in CIDR notation, known at synthesis. */
  public readonly addressSpace: string;
  /** Resource group of the virtual network. */
  public readonly resourceGroup: IResourceGroup;
  /** Subnet of each tier. */
  public readonly subnets: Readonly<Record<TierName, ISubnet>>;
  /** ExpressRoute of the network, if it has any. */
  public readonly expressRoute?: IExpressRoute;
  private readonly virtualNetwork: VirtualNetwork;

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { resourceGroup, addressSpace, access, backendTls, remoteMirrorRanges = [], fileShares } = props;
    const plan = refusingAt(this, () => planSubnets(addressSpace));

    this.addressSpace = addressSpace;
    this.resourceGroup = resourceGroup;
    this.virtualNetwork = new VirtualNetwork(this, 'VirtualNetwork', {
      name: resourceGroup.nameOf('virtualNetwork'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      addressSpace: [addressSpace],
      tags: resourceGroup.tags(),
    });
    const natGateway = new NatGateway(this, 'NatGateway', { resourceGroup });
    const subnet = (tier: TierName) =>
      new Subnet(this, pascalCase(tier), {
        resourceGroup,
        virtualNetwork: this.virtualNetwork,
        tier,
        addressRange: plan[tier],
        securityRules: securityRules(tier, { addressSpace, plan, access, backendTls, remoteMirrorRanges, fileShares }),
        natGatewayId: tier === 'gateway' ? undefined : natGateway.id,
      });
    this.subnets = {
      gateway: subnet('gateway'),
      web: subnet('web'),
      application: subnet('application'),
      data: subnet('data'),
      management: subnet('management'),
    };
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
   * A network that exists, also of another subscription, with a subnet for each tier. Its security groups, routes and ways
   * in and out are its owner's: {@link securityRules} tells what the tiers need.
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
