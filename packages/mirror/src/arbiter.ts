import { refusingAt } from '@iris-azure/foundation';
import { type ISubnet } from '@iris-azure/network';
import { type Placement, Server, type ServerEnvironment, type ServerProps } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { mirrorAddresses } from './addresses';
import { mirrorName } from './mirror-name';
import { labelled, type MirrorPlace, onlyMirror } from './mirror-place';

/** Properties of {@link Arbiter}. */
export interface ArbiterProps extends ServerEnvironment {
  /** Name of the mirror that it arbitrates. */
  readonly mirrorName: string;
  /** Which of several mirrors of the network it is. @default the only one */
  readonly place?: MirrorPlace;
  /** Size: the smallest of a current series will do, the arbiter keeps no data. */
  readonly size: string;
  /** Data subnet. The arbiter's address in it is fixed, since the mirror's configuration names it. */
  readonly subnet: ISubnet;
  /** Where it runs: in another fault domain or zone than both members. */
  readonly placement: Placement;
}

/** The arbiter: an ISCAgent without an instance, which tells each failover member whether the other still lives. */
export class Arbiter extends Server {
  public constructor(scope: Construct, id: string, props: ArbiterProps) {
    super(
      scope,
      id,
      refusingAt(scope, () => serverProps(props)),
    );
  }
}

function serverProps({ mirrorName: name, place = onlyMirror, ...server }: ArbiterProps): ServerProps {
  return {
    ...server,
    name: labelled(place, 'arbiter-0'),
    privateIpAddress: mirrorAddresses(server.subnet.addressRange, place).arbiter,
    tags: { 'iris-tier': 'data', 'iris-role': 'arbiter', 'iris-mirror': mirrorName(name) },
  };
}
