import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { hostAddress, type ISubnet, ports } from '@iris-azure/network';
import { type IServer } from '@iris-azure/server';
import { Lb } from '@cdktf/provider-azurerm/lib/lb';
import { LbBackendAddressPool } from '@cdktf/provider-azurerm/lib/lb-backend-address-pool';
import { LbProbe } from '@cdktf/provider-azurerm/lib/lb-probe';
import { LbRule } from '@cdktf/provider-azurerm/lib/lb-rule';
import { NetworkInterfaceBackendAddressPoolAssociation } from '@cdktf/provider-azurerm/lib/network-interface-backend-address-pool-association';
import { Construct } from 'constructs';

/** Host number of the load balancer's address in the data subnet. */
const frontendHost = 10;

const frontendName = 'mirror';

/** Properties of {@link MirrorLoadBalancer}. */
export interface MirrorLoadBalancerProps {
  /** Resource group of the load balancer. */
  readonly resourceGroup: IResourceGroup;
  /** Data subnet, in which the mirror's address lies. */
  readonly subnet: ISubnet;
  /** Members that may be primary, by a name that never changes. */
  readonly members: Readonly<Record<string, IServer>>;
  /** Path of the mirror status page on the web server of each member: 200 from the primary alone. */
  readonly statusPath: string;
}

/**
 * Internal load balancer in place of a mirror virtual IP, which a public cloud cannot have: one address that follows the
 * primary. It asks every member for its mirror status each 5 seconds and forwards port 1972 to the one that answers 200;
 * with none it forwards nothing (Azure's `AllProbedDown`). Connections to a member that fails are reset.
 *
 * For xDBC and other direct connections alone: ECP clients and Web Gateways are mirror-aware and are given the members'
 * own addresses. A member cannot reach itself through this address, so the primary never reaches the mirror by it.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
 */
export class MirrorLoadBalancer extends Construct {
  /** Address that follows the primary. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, props: MirrorLoadBalancerProps) {
    super(scope, id);
    const { resourceGroup, subnet } = props;
    this.address = refusingAt(this, () => hostAddress(subnet.addressRange, frontendHost));
    const loadBalancer = new Lb(this, 'Resource', {
      name: resourceGroup.nameOf('internalLoadBalancer', 'mirror'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      frontendIpConfiguration: [
        {
          name: frontendName,
          subnetId: subnet.id,
          privateIpAddressAllocation: 'Static',
          privateIpAddress: this.address,
          zones: [...resourceGroup.region.zones],
        },
      ],
      tags: resourceGroup.tags({ 'iris-endpoint': 'mirror' }),
    });
    const pool = new LbBackendAddressPool(this, 'Pool', { name: 'members', loadbalancerId: loadBalancer.id });
    const probe = new LbProbe(this, 'Probe', {
      name: 'mirror-status',
      loadbalancerId: loadBalancer.id,
      protocol: 'Http',
      port: ports.mirrorStatus,
      requestPath: props.statusPath,
      intervalInSeconds: 5,
      numberOfProbes: 1,
      probeThreshold: 1,
    });
    new LbRule(this, 'Rule', {
      name: 'superserver',
      loadbalancerId: loadBalancer.id,
      protocol: 'Tcp',
      frontendPort: ports.superserver,
      backendPort: ports.superserver,
      frontendIpConfigurationName: frontendName,
      backendAddressPoolIds: [pool.id],
      probeId: probe.id,
      tcpResetEnabled: true,
      idleTimeoutInMinutes: 30,
      disableOutboundSnat: true,
    });
    for (const [name, member] of Object.entries(props.members)) {
      new NetworkInterfaceBackendAddressPoolAssociation(this, `${name}Association`, {
        networkInterfaceId: member.networkInterfaceId,
        ipConfigurationName: member.ipConfigurationName,
        backendAddressPoolId: pool.id,
      });
    }
  }
}
