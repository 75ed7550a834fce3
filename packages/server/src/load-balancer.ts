import { allZones, type IResourceGroup } from '@iris-azure/foundation';
import { type IPublicIp, type ISubnet } from '@iris-azure/network';
import { Lb, type LbFrontendIpConfiguration } from '@cdktf/provider-azurerm/lib/lb';
import { LbBackendAddressPool } from '@cdktf/provider-azurerm/lib/lb-backend-address-pool';
import { LbProbe } from '@cdktf/provider-azurerm/lib/lb-probe';
import { LbRule } from '@cdktf/provider-azurerm/lib/lb-rule';
import { NetworkInterfaceBackendAddressPoolAssociation } from '@cdktf/provider-azurerm/lib/network-interface-backend-address-pool-association';
import { Construct } from 'constructs';
import { type IServer } from './server';

/**
 * Where a load balancer takes its traffic from: an address in a subnet, fixed since clients are configured with it, or a
 * public one.
 */
export type Frontend =
  | { readonly kind: 'internal'; readonly subnet: ISubnet; readonly address: string }
  | { readonly kind: 'external'; readonly publicIp: IPublicIp };

/** How a load balancer learns which servers are in service: those that answer 200. */
export interface HealthProbe {
  /** What is asked for, its name on the load balancer, for example `mirror-status`. */
  readonly name: string;
  /** Protocol of the question. */
  readonly protocol: 'Http' | 'Https';
  /** Port of the question. */
  readonly port: number;
  /** Path of the question. */
  readonly path: string;
}

/** Properties of {@link LoadBalancer}. */
export interface LoadBalancerProps {
  /** Resource group of the load balancer. */
  readonly resourceGroup: IResourceGroup;
  /** Whom it serves, last part of its name, for example `mirror`. */
  readonly part: string;
  /** What it is, as its tag `iris-endpoint`. */
  readonly endpoint: string;
  /** Address on which it listens. */
  readonly frontend: Frontend;
  /** What it forwards: name and TCP port, the same on both sides. */
  readonly service: { readonly name: string; readonly port: number };
  /** How servers in service are known. */
  readonly probe: HealthProbe;
  /** `SourceIP` keeps a client on one server for as long as that is in service. @default each connection may go to another */
  readonly distribution?: 'Default' | 'SourceIP';
  /** Servers behind it, by a name that never changes. */
  readonly servers: Readonly<Record<string, IServer>>;
}

/**
 * Standard load balancer of one TCP port. It asks each server for its health every 5 seconds, Azure's shortest interval,
 * follows the first answer, forwards nothing when no server is in service, and resets connections to one that fails.
 * Servers behind it take no way out through it.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
 */
export class LoadBalancer extends Construct {
  public constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { resourceGroup, part, frontend, service, probe: question } = props;
    const loadBalancer = new Lb(this, 'Resource', {
      name: resourceGroup.nameOf(`${frontend.kind}LoadBalancer`, part),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      frontendIpConfiguration: [frontendConfiguration(props)],
      tags: resourceGroup.tags({ 'iris-endpoint': props.endpoint }),
    });
    const pool = new LbBackendAddressPool(this, 'Pool', { name: part, loadbalancerId: loadBalancer.id });
    const probe = new LbProbe(this, 'Probe', {
      name: question.name,
      loadbalancerId: loadBalancer.id,
      protocol: question.protocol,
      port: question.port,
      requestPath: question.path,
      intervalInSeconds: 5,
      numberOfProbes: 1,
      probeThreshold: 1,
    });
    new LbRule(this, 'Rule', {
      name: service.name,
      loadbalancerId: loadBalancer.id,
      protocol: 'Tcp',
      frontendPort: service.port,
      backendPort: service.port,
      frontendIpConfigurationName: part,
      backendAddressPoolIds: [pool.id],
      probeId: probe.id,
      loadDistribution: props.distribution,
      tcpResetEnabled: true,
      idleTimeoutInMinutes: 30,
      disableOutboundSnat: true,
    });
    for (const [name, server] of Object.entries(props.servers)) {
      new NetworkInterfaceBackendAddressPoolAssociation(this, `${name}Association`, {
        networkInterfaceId: server.networkInterfaceId,
        ipConfigurationName: server.ipConfigurationName,
        backendAddressPoolId: pool.id,
      });
    }
  }
}

function frontendConfiguration({ part, frontend, resourceGroup }: LoadBalancerProps): LbFrontendIpConfiguration {
  if (frontend.kind === 'external') {
    return { name: part, publicIpAddressId: frontend.publicIp.id };
  }
  return {
    name: part,
    subnetId: frontend.subnet.id,
    privateIpAddressAllocation: 'Static',
    privateIpAddress: frontend.address,
    zones: allZones(resourceGroup.region),
  };
}
