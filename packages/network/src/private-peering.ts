import { Refusal } from '@iris-azure/foundation';
import { overlap } from './addressing';
import { assertAsn } from './autonomous-system';

/**
 * Routing between a site and Azure over a circuit: two BGP sessions, one to each of Microsoft's two routers.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-routing
 */
export interface PrivatePeering {
  /** Autonomous system number of the site. */
  readonly peerAsn: number;
  /** Range of the first link, a /30: the site's router has its first address, Microsoft's the second. */
  readonly primaryRange: string;
  /** Range of the second link, another /30. */
  readonly secondaryRange: string;
  /** VLAN of the peering on both links, 1 to 4094. */
  readonly vlanId: number;
}

/**
 * Checks a private peering against Azure's rules.
 *
 * @throws Refusal for the first setting that Azure would refuse.
 */
export function assertPrivatePeering({ peerAsn, primaryRange, secondaryRange, vlanId }: PrivatePeering): void {
  assertAsn(peerAsn, 'a private peering');
  for (const range of [primaryRange, secondaryRange]) {
    if (!range.endsWith('/30')) {
      throw new Refusal(
        `range of a link of a private peering must be a /30, got '${range}'; set primaryRange and secondaryRange`,
      );
    }
  }
  if (overlap(primaryRange, secondaryRange)) {
    throw new Refusal(
      `the two links of a private peering must have different ranges, got '${primaryRange}' for both; set secondaryRange`,
    );
  }
  if (!Number.isInteger(vlanId) || vlanId < 1 || vlanId > 4094) {
    throw new Refusal(`VLAN of a private peering must be 1 to 4094, got ${vlanId}; set vlanId`);
  }
}
