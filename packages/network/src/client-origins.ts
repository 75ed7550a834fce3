import { isWithin } from './addressing';
import { type NetworkAccess } from './security-rules';

/** Ranges that no router of the internet forwards. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] as const;

/** By which ways users come. */
export interface ClientOrigins {
  /** Whether some come from the internet, to a public address. */
  readonly internet: boolean;
  /** Whether some come by VPN or ExpressRoute, to an address of the network. */
  readonly privateNetwork: boolean;
}

/**
 * By which ways users come: those of private ranges (RFC 1918, RFC 6598) by VPN or ExpressRoute, all others from the
 * internet.
 *
 * @throws Refusal when one of the ranges is none.
 */
export function clientOrigins(clients: NetworkAccess['clients']): ClientOrigins {
  if (clients === 'Internet') {
    return { internet: true, privateNetwork: false };
  }
  const isPrivate = clients.map((range) => privateRanges.some((privateRange) => isWithin(range, privateRange)));
  return { internet: isPrivate.includes(false), privateNetwork: isPrivate.includes(true) };
}
