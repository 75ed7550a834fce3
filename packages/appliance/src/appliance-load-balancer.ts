import { type IResourceGroup } from '@iris-azure/foundation';
import { Lb, type LbFrontendIpConfiguration } from '@cdktf/provider-azurerm/lib/lb';
import { LbBackendAddressPool } from '@cdktf/provider-azurerm/lib/lb-backend-address-pool';
import { LbProbe } from '@cdktf/provider-azurerm/lib/lb-probe';
import { LbRule } from '@cdktf/provider-azurerm/lib/lb-rule';
import { NetworkInterfaceBackendAddressPoolAssociation } from '@cdktf/provider-azurerm/lib/network-interface-backend-address-pool-association';
import { Construct } from 'constructs';
import { type PoolMember } from './appliance-machine';

/** Properties of {@link ApplianceLoadBalancer}. */
export interface ApplianceLoadBalancerProps {
  /** Resource group of the load balancer. */
  readonly resourceGroup: IResourceGroup;
  /** Which side of the firewalls it is on. */
  readonly side: 'internal' | 'external';
  /** Address on which it listens. */
  readonly frontend: Omit<LbFrontendIpConfiguration, 'name'>;
  /** What it forwards; port 0 with protocol `All` is everything. */
  readonly rule: { readonly name: string; readonly protocol: 'All' | 'Tcp'; readonly port: number };
  /** TCP port on which a firewall in service accepts a connection. */
  readonly probePort: number;
  /** Interfaces of the firewalls on this side, by the names of their machines. */
  readonly members: Readonly<Record<string, PoolMember>>;
}

/** Name of the front end, the pool and the probe. */
const name = 'firewall';

/**
 * Standard load balancer on one side of third-party firewalls. It forwards addresses as they are for what only passes
 * through, and needs no floating address for that: only several front ends on one port would. No way out through it but by
 * an outbound rule.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview
 */
export class ApplianceLoadBalancer extends Construct {
  /** Name of the front end. */
  public readonly frontendName = name;
  private readonly resource: Lb;
  private readonly pool: LbBackendAddressPool;

  public constructor(scope: Construct, id: string, props: ApplianceLoadBalancerProps) {
    super(scope, id);
    const { resourceGroup, side, frontend, rule, probePort, members } = props;
    this.resource = new Lb(this, 'Resource', {
      name: resourceGroup.nameOf(`${side}LoadBalancer`, name),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      frontendIpConfiguration: [{ ...frontend, name }],
      tags: resourceGroup.tags({ 'iris-endpoint': `firewall-${side}` }),
    });
    this.pool = new LbBackendAddressPool(this, 'Pool', { name, loadbalancerId: this.resource.id });
    const probe = new LbProbe(this, 'Probe', {
      name,
      loadbalancerId: this.resource.id,
      protocol: 'Tcp',
      port: probePort,
      intervalInSeconds: 5,
      numberOfProbes: 1,
      probeThreshold: 1,
    });
    new LbRule(this, 'Rule', {
      name: rule.name,
      loadbalancerId: this.resource.id,
      protocol: rule.protocol,
      frontendPort: rule.port,
      backendPort: rule.port,
      frontendIpConfigurationName: name,
      backendAddressPoolIds: [this.pool.id],
      probeId: probe.id,
      floatingIpEnabled: false,
      tcpResetEnabled: true,
      idleTimeoutInMinutes: 30,
      disableOutboundSnat: true,
    });
    for (const [machine, member] of Object.entries(members)) {
      new NetworkInterfaceBackendAddressPoolAssociation(this, `${machine}Association`, {
        ...member,
        backendAddressPoolId: this.pool.id,
      });
    }
  }

  /** Resource id of the load balancer. */
  public get id(): string {
    return this.resource.id;
  }

  /** Resource id of its pool. */
  public get poolId(): string {
    return this.pool.id;
  }
}
