import { Refusal, type RegionName } from '@iris-azure/foundation';
import { geopoliticalRegions } from './peering-location-data';

/**
 * How far a circuit reaches: the one or two regions of Azure beside its peering location, all regions of its geopolitical
 * region, or all regions of its cloud.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-faqs
 */
export const circuitTiers = ['Local', 'Standard', 'Premium'] as const;

/** One of {@link circuitTiers}. */
export type CircuitTier = (typeof circuitTiers)[number];

/** What decides which regions a circuit reaches. */
export interface CircuitReach {
  /** Tier of the circuit. */
  readonly tier: CircuitTier;
  /** Where the provider's network and Microsoft's meet, in Microsoft's spelling, such as `Washington DC`. */
  readonly peeringLocation: string;
}

/**
 * Checks that a circuit reaches a region of Azure.
 *
 * @throws Refusal when it does not; the message names the peering locations from which a circuit of its tier does.
 */
export function assertReach({ tier, peeringLocation }: CircuitReach, region: RegionName): void {
  const locations = Object.entries(
    geopoliticalRegions.find(({ regions }) => regions.includes(region))?.locations ?? {},
  );
  const allowed = locations.filter(([, local]) => tier === 'Standard' || local.includes(region)).map(([name]) => name);
  if (tier !== 'Premium' && !allowed.includes(peeringLocation)) {
    throw new Refusal(
      `peering location of a ${tier} circuit to ${region} must be one of ${allowed.join(', ') || 'none'}, got ` +
        `'${peeringLocation}'; correct peeringLocation, or set tier to ${tier === 'Local' ? 'Standard or ' : ''}Premium`,
    );
  }
}
