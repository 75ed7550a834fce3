import { refusingAt } from '@iris-azure/foundation';
import { hostAddress, type ISubnet } from '@iris-azure/network';
import { type IAvailabilitySet, Server, type ServerEnvironment, type ServerProps } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { mirrorName } from './mirror-name';

/** Host number of the arbiter in the data subnet. */
const arbiterHost = 20;

/** Properties of {@link Arbiter}. */
export interface ArbiterProps extends ServerEnvironment {
  /** Name of the mirror that it arbitrates. */
  readonly mirrorName: string;
  /** Size: the smallest of a current series will do, the arbiter keeps no data. */
  readonly size: string;
  /** Data subnet. The arbiter's address in it is fixed, since the mirror's configuration names it. */
  readonly subnet: ISubnet;
  /** Availability set of the mirror, in another fault domain of which than both members it runs. */
  readonly availabilitySet: IAvailabilitySet;
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

function serverProps({ mirrorName: name, ...server }: ArbiterProps): ServerProps {
  return {
    ...server,
    name: 'arbiter-0',
    privateIpAddress: hostAddress(server.subnet.addressRange, arbiterHost),
    tags: { 'iris-tier': 'data', 'iris-role': 'arbiter', 'iris-mirror': mirrorName(name) },
  };
}
