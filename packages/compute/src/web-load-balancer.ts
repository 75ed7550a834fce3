import { type IResourceGroup } from '@iris-azure/foundation';
import { ports } from '@iris-azure/network';
import { type Frontend, type IServer, LoadBalancer } from '@iris-azure/server';
import { type Construct } from 'constructs';

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
 * @seed S9, S10
 */
export class WebLoadBalancer extends LoadBalancer {
  public constructor(
    scope: Construct,
    id: string,
    { resourceGroup, frontend, servers, healthPath }: WebLoadBalancerProps,
  ) {
    super(scope, id, {
      resourceGroup,
      part: 'web',
      endpoint: `web-${frontend.kind}`,
      frontend,
      service: { name: 'https', port: ports.https },
      probe: { name: 'web-health', protocol: 'Https', port: ports.https, path: healthPath },
      distribution: 'SourceIP',
      servers,
    });
  }
}
