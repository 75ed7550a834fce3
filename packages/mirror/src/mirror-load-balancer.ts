import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { type ISubnet, ports } from '@iris-azure/network';
import { type IServer, LoadBalancer } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { mirrorAddresses } from './addresses';
import { mirrorPart, type MirrorPlace, onlyMirror } from './mirror-place';

/** Properties of {@link MirrorLoadBalancer}. */
export interface MirrorLoadBalancerProps {
  /** Resource group of the load balancer. */
  readonly resourceGroup: IResourceGroup;
  /** Data subnet, in which the mirror's address lies. */
  readonly subnet: ISubnet;
  /**
   * Members that may be primary, by a name that never changes. None of them reaches itself by the load balancer's address:
   * Azure sends a machine nothing back of what it sends to its own front end. What runs on a member, such as a HealthShare
   * product whose Network Host Name is that address, reaches its own mirror by another way.
   */
  readonly members: Readonly<Record<string, IServer>>;
  /** Path of the mirror status page on the web server of each member: 200 from the primary alone. */
  readonly statusPath: string;
  /** Which of several mirrors of the network it is. @default the only one */
  readonly place?: MirrorPlace;
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
  /** Address that follows the primary, for all but the primary itself. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, props: MirrorLoadBalancerProps) {
    const { subnet, place = onlyMirror } = props;
    const address = refusingAt(scope, () => mirrorAddresses(subnet.addressRange, place).loadBalancer);
    super(scope, id, {
      resourceGroup: props.resourceGroup,
      part: mirrorPart(place),
      endpoint: 'mirror',
      frontend: { kind: 'internal', subnet, address },
      service: { name: 'superserver', port: ports.superserver },
      probe: { name: 'mirror-status', protocol: 'Http', port: ports.mirrorStatus, path: props.statusPath },
      servers: props.members,
    });
    this.address = address;
  }
}
