import { type IResourceGroup } from '@iris-azure/foundation';
import { type NetworkSecurityGroupSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-group';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { applianceAddress } from './egress';
import { ports } from './ports';
import { allowInbound, denyInbound, type Sources } from './security-rules';
import { type ISubnet, Subnet } from './subnet';
import { type SubnetPlan } from './subnet-plan';

/** What third-party firewalls need of the network in which they stand. */
export interface IApplianceSubnets {
  /** Outer subnet, towards the internet. */
  readonly untrust: ISubnet;
  /** Inner subnet, towards the servers. */
  readonly trust: ISubnet;
  /** Address in the inner subnet to which the network's routes lead, known at synthesis. */
  readonly address: string;
}

/** Properties of {@link ApplianceSubnets}. */
export interface ApplianceSubnetsProps {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
  /** Network in which the subnets lie. */
  readonly virtualNetwork: VirtualNetwork;
  /** Range of the whole network. */
  readonly addressSpace: string;
  /** Ranges of its subnets. */
  readonly plan: SubnetPlan;
  /** Who may come from outside, by TLS. */
  readonly clients: Sources;
}

/**
 * Outer and inner subnet of third-party firewalls. Their security groups let in what the firewalls are to judge: from
 * outside TLS of the clients, from inside everything of the network, to wherever it is going.
 */
export class ApplianceSubnets extends Construct implements IApplianceSubnets {
  /** Outer subnet, towards the internet. */
  public readonly untrust: ISubnet;
  /** Inner subnet, towards the servers. */
  public readonly trust: ISubnet;
  /** Address in the inner subnet to which the network's routes lead, known at synthesis. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, props: ApplianceSubnetsProps) {
    super(scope, id);
    const { resourceGroup, virtualNetwork, addressSpace, plan, clients } = props;
    const subnet = (side: 'Untrust' | 'Trust', securityRules: NetworkSecurityGroupSecurityRule[]) =>
      new Subnet(this, side, {
        resourceGroup,
        virtualNetwork,
        tier: `appliance-${side.toLowerCase()}`,
        addressRange: plan[`appliance${side}`],
        securityRules,
      });
    this.untrust = subnet(
      'Untrust',
      rules({ name: 'AllowHttpsFromClients', from: clients, protocol: 'Tcp', toPorts: [ports.https] }),
    );
    this.trust = subnet(
      'Trust',
      rules({ name: 'AllowAllFromNetwork', from: [addressSpace], protocol: '*', toPorts: ['*'] }),
    );
    this.address = applianceAddress(plan);
  }
}

function rules(flow: Omit<Parameters<typeof allowInbound>[0], 'to'>): NetworkSecurityGroupSecurityRule[] {
  const probe = { name: 'AllowProbe', from: 'AzureLoadBalancer', protocol: '*', toPorts: ['*'] } as const;
  return [
    ...[flow, probe]
      .filter(({ from }) => from.length > 0)
      .map((each, index) => allowInbound({ ...each, to: '*' }, 100 + 10 * index)),
    denyInbound,
  ];
}
