import { type IResourceGroup } from '@iris-azure/foundation';
import { type VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { applianceAddress } from './egress';
import { ports } from './ports';
import { allowInbound, denyInbound, type Flow, type Sources } from './security-rules';
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

/** Health probes, to whatever port a vendor answers them. */
const probe: Required<Flow> = {
  name: 'AllowProbe',
  from: 'AzureLoadBalancer',
  protocol: 'Tcp',
  toPorts: ['*'],
  to: '*',
};

/**
 * Outer and inner subnet of third-party firewalls. Their security groups let in what the firewalls are to judge: from
 * outside TLS of the clients, from inside what the network sends to the internet, and their administration.
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
    const subnet = (side: 'Untrust' | 'Trust', flows: readonly Required<Flow>[]) =>
      new Subnet(this, side, {
        resourceGroup,
        virtualNetwork,
        tier: `appliance-${side.toLowerCase()}`,
        addressRange: plan[`appliance${side}`],
        securityRules: [
          ...[...flows, probe]
            .filter(({ from }) => from.length > 0)
            .map((flow, index) => allowInbound(flow, 100 + 10 * index)),
          denyInbound,
        ],
      });
    this.untrust = subnet('Untrust', [
      { name: 'AllowHttpsFromClients', from: clients, protocol: 'Tcp', toPorts: [ports.https], to: '*' },
    ]);
    this.trust = subnet('Trust', [
      { name: 'AllowAllToInternet', from: [addressSpace], protocol: '*', toPorts: ['*'], to: 'Internet' },
      {
        name: 'AllowAdministration',
        from: [plan.management, plan.AzureBastionSubnet],
        protocol: 'Tcp',
        toPorts: [ports.ssh, ports.https],
        to: plan.applianceTrust,
      },
    ]);
    this.address = applianceAddress(plan);
  }
}
