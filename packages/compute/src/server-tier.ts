import { Refusal, refusingAt } from '@iris-azure/foundation';
import { hostAddress, type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { type HighAvailability, Server, type ServerEnvironment, spread } from '@iris-azure/server';
import { planServer, type ServerSizing, workloadTags } from '@iris-azure/sizing';
import { Construct } from 'constructs';

/** Tiers of servers without databases of their own: web servers, ECP application servers, EPS print servers. */
export type ServerTierName = 'web' | 'application' | 'print';

/**
 * Host number in its subnet of each tier's first server. Application and print servers share a subnet, so each tier has
 * room for 99.
 */
const firstHosts: Readonly<Record<ServerTierName, number>> = { web: 11, application: 11, print: 111 };

const maxServers = 99;

/** Tag of servers that are off until they are needed. */
const onDemand = { 'iris-capacity': 'on-demand' };

/** How many servers a tier has, and of which size. */
export interface TierCapacity extends ServerSizing {
  /** Number of servers, 1 to 99. One has no availability: it is for what is no production. */
  readonly count: number;
  /**
   * How many of them, the first ones, run all the time. The others are made too and carry the tag `iris-capacity: on-demand`:
   * deallocate them after the deployment, and start them when they are needed (docs/disaster-recovery.md).
   *
   * @default all
   */
  readonly running?: number;
}

/** Properties of {@link ServerTier}. */
export interface ServerTierProps extends ServerEnvironment, TierCapacity {
  /** Which tier it is. */
  readonly tier: ServerTierName;
  /** Subnet of the tier. Addresses in it are fixed. */
  readonly subnet: ISubnet;
  /** How the servers are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Identity under which the servers act. */
  readonly identity: IIdentity;
}

/**
 * Alike servers in an availability set of their own or spread over zones: with two of them Azure's promise holds for the tier.
 *
 * @seed S7
 */
export class ServerTier extends Construct {
  /** The servers, by a name that stays when others are added. */
  public readonly servers: Readonly<Record<string, Server>>;
  /** Their addresses, in the same order. */
  public readonly addresses: readonly string[];

  public constructor(scope: Construct, id: string, props: ServerTierProps) {
    super(scope, id);
    const { resourceGroup, tier, highAvailability, count, workload, running = count } = props;
    this.addresses = refusingAt(this, () => {
      const addresses = serverAddresses(props);
      assertRunning(running, count);
      return addresses;
    });
    const size = refusingAt(this, () => planServer(props, { regions: [resourceGroup.region.name] }));
    const placement = spread(this, { resourceGroup, part: tier, highAvailability });
    this.servers = Object.fromEntries(
      this.addresses.map((privateIpAddress, number) => [
        `Server${number}`,
        new Server(this, `Server${number}`, {
          ...props,
          size,
          name: `${tier}-${number}`,
          privateIpAddress,
          placement: placement(number),
          tags: {
            'iris-tier': tier,
            'iris-role': tier,
            ...workloadTags(workload),
            ...(number >= running && onDemand),
          },
        }),
      ]),
    );
  }
}

function assertRunning(running: number, count: number): void {
  if (!Number.isInteger(running) || running < 0 || running > count) {
    throw new Refusal(`running servers of a tier must be 0 to its count of ${count}, got ${running}; set running`);
  }
}

/** Fixed addresses of a tier's servers, one after the other. */
function serverAddresses({ tier, count, subnet }: ServerTierProps): string[] {
  if (!Number.isInteger(count) || count < 1 || count > maxServers) {
    throw new Refusal(`a tier must have 1 to ${maxServers} servers, got ${count}; set count`);
  }
  return Array.from({ length: count }, (_, number) => hostAddress(subnet.addressRange, firstHosts[tier] + number));
}
