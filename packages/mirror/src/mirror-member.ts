import { refusingAt } from '@iris-azure/foundation';
import { type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { type Placement, Server, type ServerEnvironment, type ServerProps } from '@iris-azure/server';
import { layOutVolumes, type MirrorVolumes, wastedThroughput, type Workload, workloadTags } from '@iris-azure/sizing';
import { Annotations } from 'cdktf';
import { type Construct } from 'constructs';
import { mirrorAddresses } from './addresses';
import { mirrorName } from './mirror-name';
import { labelled, type MirrorPlace, onlyMirror } from './mirror-place';
import { type MirrorRole } from './mirror-role';

/**
 * Number of each member, the end of its host name: the order of `Map="primary,backup,drasync"` in a configuration merge.
 */
const memberNumbers: Readonly<Record<MirrorRole, number>> = { primary: 0, backup: 1, 'dr-async': 2 };

/** Properties of {@link MirrorMember}. */
export interface MirrorMemberProps extends ServerEnvironment {
  /** Name of the mirror, 1 to 15 letters and digits. */
  readonly mirrorName: string;
  /** Which of several mirrors of the network it is. @default the only one */
  readonly place?: MirrorPlace;
  /** Part that the member plays at first. */
  readonly role: MirrorRole;
  /** Size, the same for all members that may become primary. */
  readonly size: string;
  /** Volumes, the same for all members that may become primary. */
  readonly volumes: MirrorVolumes;
  /** Workload that size and volumes carry, which the member's tags then state. @default none is stated */
  readonly workload?: Workload;
  /** Data subnet. The member's address in it is fixed, since the mirror's configuration names it. */
  readonly subnet: ISubnet;
  /** Where it runs: in another fault domain or zone than the other failover member. */
  readonly placement: Placement;
  /** Identity under which it unwraps its database encryption key. */
  readonly identity: IIdentity;
}

/** A member of a mirror that holds its databases: failover member or DR async. */
export class MirrorMember extends Server {
  public constructor(scope: Construct, id: string, props: MirrorMemberProps) {
    super(
      scope,
      id,
      refusingAt(scope, () => serverProps(props)),
    );
    // Disks that carry a stated workload may be many since it takes their capacity.
    const waste = props.workload ? undefined : wastedThroughput(props.size, props.volumes.database, props.diskType);
    if (waste) {
      Annotations.of(this).addWarning(waste);
    }
  }
}

function serverProps({
  role,
  mirrorName: name,
  volumes,
  workload,
  place = onlyMirror,
  ...server
}: MirrorMemberProps): ServerProps {
  return {
    ...server,
    name: labelled(place, `db-${memberNumbers[role]}`),
    privateIpAddress: mirrorAddresses(server.subnet.addressRange, place).members[role],
    dataDisks: layOutVolumes(volumes),
    tags: {
      'iris-tier': 'data',
      'iris-role': role,
      'iris-mirror': mirrorName(name),
      ...workloadTags(workload),
    },
  };
}
