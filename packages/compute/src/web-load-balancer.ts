import { type IResourceGroup } from '@iris-azure/foundation';
import { hostAddress, type IPublicIp, type ISubnet, ports } from '@iris-azure/network';
import { type IServer } from '@iris-azure/server';
import { Lb, type LbFrontendIpConfiguration } from '@cdktf/provider-azurerm/lib/lb';
import { LbBackendAddressPool } from '@cdktf/provider-azurerm/lib/lb-backend-address-pool';
import { LbProbe } from '@cdktf/provider-azurerm/lib/lb-probe';
import { LbRule } from '@cdktf/provider-azurerm/lib/lb-rule';
import { NetworkInterfaceBackendAddressPoolAssociation } from '@cdktf/provider-azurerm/lib/network-interface-backend-address-pool-association';
import { Construct } from 'constructs';

/** Host number of the internal load balancer's address in the web subnet. */
const internalFrontendHost = 10;

const frontendName = 'web';

/** Where a load balancer takes its traffic from. */
export type Frontend =
  { readonly kind: 'internal'; readonly subnet: ISubnet } | { readonly kind: 'external'; readonly publicIp: IPublicIp };

/** Properties of {@link WebLoadBalancer}. */
export interface WebLoadBalancerProps {
  /** Resource group of the load balancer. */
  readonly resourceGroup: IResourceGroup;
  /** Address on which it listens: one in the web subnet, or a public one. */
  readonly frontend: Frontend;
  /** Web servers, by a name that never changes. */
  readonly servers: Readonly<Record<string, IServer>>;
  /** Path that a web server in service answers with 200, over TLS. */
  readonly healthPath: string;
}

/**
 * Layer 4 load balancer of the web servers, TLS on port 443 alone. A client stays with its server for as long as that is
 * in service (client IP affinity, 2-tuple), as TrakCare sessions need; health is asked each 5 seconds, the shortest
 * interval that Azure has.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/distribution-mode-concepts
 */
export class WebLoadBalancer extends Construct {
  public constructor(scope: Construct, id: string, props: WebLoadBalancerProps) {
    super(scope, id);
    const { resourceGroup, frontend } = props;
    const loadBalancer = new Lb(this, 'Resource', {
      name: resourceGroup.nameOf(frontend.kind === 'internal' ? 'internalLoadBalancer' : 'externalLoadBalancer', 'web'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      frontendIpConfiguration: [frontendConfiguration(frontend, resourceGroup)],
      tags: resourceGroup.tags({ 'iris-endpoint': `web-${frontend.kind}` }),
    });
    const pool = new LbBackendAddressPool(this, 'Pool', { name: 'web', loadbalancerId: loadBalancer.id });
    const probe = new LbProbe(this, 'Probe', {
      name: 'web-health',
      loadbalancerId: loadBalancer.id,
      protocol: 'Https',
      port: ports.https,
      requestPath: props.healthPath,
      intervalInSeconds: 5,
      numberOfProbes: 1,
      probeThreshold: 1,
    });
    new LbRule(this, 'Rule', {
      name: 'https',
      loadbalancerId: loadBalancer.id,
      protocol: 'Tcp',
      frontendPort: ports.https,
      backendPort: ports.https,
      frontendIpConfigurationName: frontendName,
      backendAddressPoolIds: [pool.id],
      probeId: probe.id,
      loadDistribution: 'SourceIP',
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

function frontendConfiguration(frontend: Frontend, { region }: IResourceGroup): LbFrontendIpConfiguration {
  if (frontend.kind === 'external') {
    return { name: frontendName, publicIpAddressId: frontend.publicIp.id };
  }
  return {
    name: frontendName,
    subnetId: frontend.subnet.id,
    privateIpAddressAllocation: 'Static',
    privateIpAddress: hostAddress(frontend.subnet.addressRange, internalFrontendHost),
    zones: [...region.zones],
  };
}
