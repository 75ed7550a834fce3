import { Refusal, refusingAt } from '@iris-azure/foundation';
import { hostAddress, type ISubnet } from '@iris-azure/network';
import { type IIdentity } from '@iris-azure/security';
import { type HighAvailability, Server, type ServerEnvironment, spread } from '@iris-azure/server';
import { Construct } from 'constructs';

/** Tiers of servers without databases of their own: web servers, ECP application servers, EPS print servers. */
export type ServerTierName = 'web' | 'application' | 'print';

/**
 * Host number in its subnet of each tier's first server. Application and print servers share a subnet, so each tier has
 * room for 99.
 */
const firstHosts: Readonly<Record<ServerTierName, number>> = { web: 11, application: 11, print: 111 };

const maxServers = 99;

/** How many servers a tier has, and of which size. */
export interface TierCapacity {
  /** Number of servers, 1 to 99. One has no availability: it is for what is no production. */
  readonly count: number;
  /** Size of each, for example `Standard_D4s_v5`. */
  readonly size: string;
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

/** Alike servers in an availability set of their own or spread over zones: with two of them Azure's promise holds for the tier. */
export class ServerTier extends Construct {
  /** The servers, by a name that stays when others are added. */
  public readonly servers: Readonly<Record<string, Server>>;
  /** Their addresses, in the same order. */
  public readonly addresses: readonly string[];

  public constructor(scope: Construct, id: string, props: ServerTierProps) {
    super(scope, id);
    const { resourceGroup, tier, highAvailability } = props;
    this.addresses = refusingAt(this, () => serverAddresses(props));
    const placement = spread(this, { resourceGroup, part: tier, highAvailability });
    this.servers = Object.fromEntries(
      this.addresses.map((privateIpAddress, number) => [
        `Server${number}`,
        new Server(this, `Server${number}`, {
          ...props,
          name: `${tier}-${number}`,
          privateIpAddress,
          placement: placement(number),
          tags: { 'iris-tier': tier, 'iris-role': tier },
        }),
      ]),
    );
  }
}

/** Fixed addresses of a tier's servers, one after the other. */
function serverAddresses({ tier, count, subnet }: ServerTierProps): string[] {
  if (!Number.isInteger(count) || count < 1 || count > maxServers) {
    throw new Refusal(`a tier must have 1 to ${maxServers} servers, got ${count}; set count`);
  }
  return Array.from({ length: count }, (_, number) => hostAddress(subnet.addressRange, firstHosts[tier] + number));
}
