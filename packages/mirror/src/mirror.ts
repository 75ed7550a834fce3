import { Refusal } from '@iris-azure/foundation';
import { type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import {
  AvailabilitySet,
  type HighAvailability,
  type Placement,
  type ServerEnvironment,
  spread,
} from '@iris-azure/server';
import { type MirrorSizing } from '@iris-azure/sizing';
import { Construct } from 'constructs';
import { Arbiter } from './arbiter';
import { MirrorLoadBalancer } from './mirror-load-balancer';
import { MirrorMember } from './mirror-member';
import { labelled, mirrorPart, type MirrorPlace, onlyMirror } from './mirror-place';
import { plannedSettings } from './planned-settings';

/** Properties of a mirror that all its members share, in whatever region. */
export interface MirrorSettings extends MirrorSizing {
  /** Name of the mirror, 1 to 15 letters and digits. */
  readonly mirrorName: string;
  /** Path of the mirror status page. Newer kits have no private web server: each member needs a web server with a local gateway that serves it. */
  readonly statusPath: string;
  /** Which of several mirrors of the network it is. @default the only one */
  readonly place?: MirrorPlace;
}

/** Properties of {@link Mirror}. */
export interface MirrorProps extends ServerEnvironment, MirrorSettings {
  /** How its machines are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Size of the arbiter. */
  readonly arbiterSize: string;
  /** Data subnet. */
  readonly subnet: ISubnet;
  /** Identity of the failover members. */
  readonly identity: IIdentity;
  /** Identity under which the arbiter's monitoring agent signs in. @default none: the arbiter has no agent */
  readonly arbiterIdentity?: IIdentity;
}

/**
 * A mirror with automatic failover: two failover members and an arbiter, each in a fault domain or zone of its own, and the
 * load balancer whose address follows the primary.
 *
 * In availability sets all three are in one. Where the region's sets have two fault domains, the arbiter is in a set of its
 * own: in the members' set it would share the domain of one of them, and fail with it.
 *
 * In zones they are in the first three of the region. Logical zones differ from subscription to subscription: measure the
 * latency between them before choosing zones for a synchronous mirror.
 *
 * @seed S12
 */
export class Mirror extends Construct {
  /** Address that follows the primary, for xDBC and other direct connections, of all but the primary itself. */
  public readonly address: string;
  /** Load balancer of that address. */
  public readonly loadBalancer: MirrorLoadBalancer;
  /** Failover members, by a name that stays when they change places. */
  public readonly members: Readonly<Record<'Primary' | 'Backup', MirrorMember>>;
  /** The arbiter. */
  public readonly arbiter: Arbiter;

  public constructor(scope: Construct, id: string, props: MirrorProps) {
    super(scope, id);
    const { identity, arbiterIdentity, highAvailability, ...settings } = props;
    const shared = plannedSettings(this, settings);
    const { resourceGroup, subnet, statusPath, place = onlyMirror } = shared;

    const placement = spread(this, { resourceGroup, part: mirrorPart(place), highAvailability });
    this.members = {
      Primary: new MirrorMember(this, 'Primary', { ...shared, role: 'primary', identity, placement: placement(0) }),
      Backup: new MirrorMember(this, 'Backup', { ...shared, role: 'backup', identity, placement: placement(1) }),
    };
    this.arbiter = new Arbiter(this, 'Arbiter', {
      ...shared,
      size: props.arbiterSize,
      identity: arbiterIdentity,
      placement: arbiterPlacement(this, placement(2), props),
    });
    this.loadBalancer = new MirrorLoadBalancer(this, 'LoadBalancer', {
      resourceGroup,
      subnet,
      statusPath,
      place,
      members: this.members,
    });
    this.address = this.loadBalancer.address;
  }
}

/** Primary, backup and arbiter, of which two must always be connected. */
const machinesOfFailover = 3;

/** Where the arbiter runs: beside the members, if there it fails with neither of them. */
function arbiterPlacement(
  scope: Construct,
  beside: Placement,
  { resourceGroup, place = onlyMirror }: MirrorProps,
): Placement {
  const { faultDomains, zones, name } = resourceGroup.region;
  if (beside.kind === 'availabilitySet') {
    return faultDomains >= machinesOfFailover
      ? beside
      : {
          kind: 'availabilitySet',
          availabilitySet: new AvailabilitySet(scope, 'ArbiterAvailabilitySet', {
            resourceGroup,
            part: labelled(place, 'arbiter'),
          }),
        };
  }
  if (zones.length < machinesOfFailover) {
    throw new Refusal(
      `${scope.node.path}: a mirror in zones needs a region with ${machinesOfFailover}, got ${zones.length} in ` +
        `'${name}'; set highAvailability to availabilitySet, or choose another region`,
    );
  }
  return beside;
}
