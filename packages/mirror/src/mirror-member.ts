import { refusingAt } from '@iris-azure/foundation';
import { hostAddress, type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { type IAvailabilitySet, Server, type ServerEnvironment, type ServerProps } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { mirrorName } from './mirror-name';
import { layOutVolumes, type MirrorVolumes } from './volumes';

/** Part that a member plays when the mirror is made; primary and backup change places with every failover. */
export type MirrorRole = 'primary' | 'backup' | 'dr-async';

/**
 * Number of each member, the end of its host name: the order of `Map="primary,backup,drasync"` in a configuration merge.
 */
const memberNumbers: Readonly<Record<MirrorRole, number>> = { primary: 0, backup: 1, 'dr-async': 2 };

/** Host number in the data subnet of member 0; the others follow. */
const firstMemberHost = 11;

/** Properties of {@link MirrorMember}. */
export interface MirrorMemberProps extends ServerEnvironment {
  /** Name of the mirror, 1 to 15 letters and digits. */
  readonly mirrorName: string;
  /** Part that the member plays at first. */
  readonly role: MirrorRole;
  /** Size, the same for all members that may become primary. */
  readonly size: string;
  /** Volumes, the same for all members that may become primary. */
  readonly volumes: MirrorVolumes;
  /** Data subnet. The member's address in it is fixed, since the mirror's configuration names it. */
  readonly subnet: ISubnet;
  /** Availability set of the mirror. */
  readonly availabilitySet: IAvailabilitySet;
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
  }
}

function serverProps({ role, mirrorName: name, volumes, ...server }: MirrorMemberProps): ServerProps {
  return {
    ...server,
    name: `db-${memberNumbers[role]}`,
    privateIpAddress: hostAddress(server.subnet.addressRange, firstMemberHost + memberNumbers[role]),
    dataDisks: layOutVolumes(volumes),
    tags: { 'iris-tier': 'data', 'iris-role': role, 'iris-mirror': mirrorName(name) },
  };
}
