import { type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { AvailabilitySet, type ServerEnvironment } from '@iris-azure/server';
import { Construct } from 'constructs';
import { Arbiter } from './arbiter';
import { MirrorLoadBalancer } from './mirror-load-balancer';
import { MirrorMember } from './mirror-member';
import { type MirrorVolumes } from './volumes';

/** Properties of a mirror that all its members share, in whatever region. */
export interface MirrorSettings {
  /** Name of the mirror, 1 to 15 letters and digits. */
  readonly mirrorName: string;
  /** Size of every member that may become primary. */
  readonly size: string;
  /** Volumes of every member that may become primary. */
  readonly volumes: MirrorVolumes;
  /** Path of the mirror status page. Newer kits have no private web server: each member needs a web server with a local gateway that serves it. */
  readonly statusPath: string;
}

/** Properties of {@link Mirror}. */
export interface MirrorProps extends ServerEnvironment, MirrorSettings {
  /** Size of the arbiter. */
  readonly arbiterSize: string;
  /** Data subnet. */
  readonly subnet: ISubnet;
  /** Identity of the failover members. */
  readonly identity: IIdentity;
}

/**
 * A mirror with automatic failover: two failover members and an arbiter, each in a fault domain of its own, and the load
 * balancer whose address follows the primary.
 *
 * All three are in one availability set. Where the region's sets have two fault domains, the arbiter is in a set of its own:
 * in the members' set it would share the domain of one of them, and fail with it.
 */
export class Mirror extends Construct {
  /** Address that follows the primary, for xDBC and other direct connections. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, props: MirrorProps) {
    super(scope, id);
    const { identity, ...shared } = props;
    const { resourceGroup, subnet, statusPath } = shared;

    const availabilitySet = new AvailabilitySet(this, 'AvailabilitySet', { resourceGroup, part: 'mirror' });
    const primary = new MirrorMember(this, 'Primary', { ...shared, role: 'primary', identity, availabilitySet });
    const backup = new MirrorMember(this, 'Backup', { ...shared, role: 'backup', identity, availabilitySet });
    new Arbiter(this, 'Arbiter', {
      ...shared,
      size: props.arbiterSize,
      availabilitySet:
        resourceGroup.region.faultDomains >= machinesOfFailover
          ? availabilitySet
          : new AvailabilitySet(this, 'ArbiterAvailabilitySet', { resourceGroup, part: 'arbiter' }),
    });
    this.address = new MirrorLoadBalancer(this, 'LoadBalancer', {
      resourceGroup,
      subnet,
      statusPath,
      members: { Primary: primary, Backup: backup },
    }).address;
  }
}

/** Primary, backup and arbiter, of which two must always be connected. */
const machinesOfFailover = 3;
