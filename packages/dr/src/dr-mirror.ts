import {
  MirrorLoadBalancer,
  MirrorMember,
  mirrorPart,
  type MirrorSettings,
  onlyMirror,
  plannedSettings,
} from '@iris-azure/mirror';
import { type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { type HighAvailability, type ServerEnvironment, spread } from '@iris-azure/server';
import { Construct } from 'constructs';

/** Properties of {@link DisasterRecoveryMirror}. */
export interface DisasterRecoveryMirrorProps extends ServerEnvironment, MirrorSettings {
  /** How a second failover member, made after a promotion, is kept from failing together with the first. */
  readonly highAvailability: HighAvailability;
  /** Data subnet of the second region. */
  readonly subnet: ISubnet;
  /** Identity of the members. */
  readonly identity: IIdentity;
}

/**
 * What the second region has of a mirror: its DR async member, of full size (with a workload and no size it is the one that this
 * region's catalogue gives: plan for both regions to have the same), and the load balancer whose address follows
 * the primary once that is here.
 *
 * In an availability set the DR member is from the start, since a machine can join one only when it is made: a second
 * failover member beside it, after a promotion, finds its place.
 */
export class DisasterRecoveryMirror extends Construct {
  /** The DR async member. */
  public readonly member: MirrorMember;
  /** Load balancer that forwards to it once it is primary. */
  public readonly loadBalancer: MirrorLoadBalancer;

  public constructor(scope: Construct, id: string, { highAvailability, ...settings }: DisasterRecoveryMirrorProps) {
    super(scope, id);
    const shared = plannedSettings(this, settings);
    const { resourceGroup, subnet, statusPath, place = onlyMirror } = shared;
    const placement = spread(this, { resourceGroup, part: mirrorPart(place), highAvailability });
    this.member = new MirrorMember(this, 'Member', { ...shared, role: 'dr-async', placement: placement(0) });
    this.loadBalancer = new MirrorLoadBalancer(this, 'LoadBalancer', {
      resourceGroup,
      subnet,
      statusPath,
      place,
      members: { DisasterRecovery: this.member },
    });
  }
}
