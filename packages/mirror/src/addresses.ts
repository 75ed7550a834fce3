import { hostAddress } from '@iris-azure/network';
import { type MirrorPlace } from './mirror-place';
import { type MirrorRole } from './mirror-role';

/** Fixed addresses of one mirror in the data subnet, which its configuration names. */
export interface MirrorAddresses {
  /** Load balancer that follows the primary. */
  readonly loadBalancer: string;
  /** Members by the part that they play at first. */
  readonly members: Readonly<Record<MirrorRole, string>>;
  /** Arbiter. */
  readonly arbiter: string;
}

/** Host numbers of the first mirror of a subnet; those of the others are {@link hostsPerMirror} further on, each. */
const firstHosts = { loadBalancer: 10, members: { primary: 11, backup: 12, 'dr-async': 13 }, arbiter: 20 } as const;

const hostsPerMirror = 16;

/**
 * Addresses of a mirror in a data subnet of 256 addresses, which has room for 15 mirrors.
 *
 * @throws Refusal when the subnet is too small for the mirror's place.
 */
export function mirrorAddresses(addressRange: string, { slot }: Pick<MirrorPlace, 'slot'>): MirrorAddresses {
  const address = (host: number) => hostAddress(addressRange, host + slot * hostsPerMirror);
  const { loadBalancer, members, arbiter } = firstHosts;
  return {
    loadBalancer: address(loadBalancer),
    members: {
      primary: address(members.primary),
      backup: address(members.backup),
      'dr-async': address(members['dr-async']),
    },
    arbiter: address(arbiter),
  };
}
