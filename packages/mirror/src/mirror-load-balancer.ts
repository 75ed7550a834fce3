import { type IResourceGroup } from '@iris-azure/foundation';
import { type ISubnet, ports } from '@iris-azure/network';
import { type IServer, LoadBalancer, loadBalancerAddress } from '@iris-azure/server';
import { type Construct } from 'constructs';

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
export class MirrorLoadBalancer extends LoadBalancer {
  /** Address that follows the primary. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, props: MirrorLoadBalancerProps) {
    super(scope, id, {
      resourceGroup: props.resourceGroup,
      part: 'mirror',
      endpoint: 'mirror',
      frontend: { kind: 'internal', subnet: props.subnet },
      service: { name: 'superserver', port: ports.superserver },
      probe: { name: 'mirror-status', protocol: 'Http', port: ports.mirrorStatus, path: props.statusPath },
      servers: props.members,
    });
    this.address = loadBalancerAddress(props.subnet);
  }
}
