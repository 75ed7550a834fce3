import { Refusal } from '@iris-azure/foundation';
import { type GeopoliticalRegion, geopoliticalRegions } from './peering-location-data';

const catalogue: readonly GeopoliticalRegion[] = Object.values(geopoliticalRegions);

/**
 * How far a circuit reaches: the one or two regions of Azure beside its peering location, all regions of its geopolitical
 * region, or all regions of the public cloud.
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
 * @throws Refusal when it does not, or when the catalogue does not know the location of a circuit that is not Premium.
 */
export function assertReach({ tier, peeringLocation }: CircuitReach, region: string): void {
  if (tier === 'Premium') {
    return;
  }
  const found = catalogue.find(({ locations }) => peeringLocation in locations);
  if (!found) {
    throw new Refusal(
      `peering location of a ${tier} circuit must be one of ${locationNames().join(', ')}, got '${peeringLocation}'; ` +
        'correct peeringLocation, or add it to peering-location-data.ts',
    );
  }
  const reached = tier === 'Local' ? (found.locations[peeringLocation] ?? []) : found.regions;
  if (!reached.includes(region)) {
    throw new Refusal(
      `a ${tier} circuit in ${peeringLocation} must end in ${reached.join(' or ') || 'no region of the catalogue'}, got ` +
        `'${region}'; set tier to ${tier === 'Local' && found.regions.includes(region) ? 'Standard' : 'Premium'}`,
    );
  }
}

function locationNames(): readonly string[] {
  return catalogue.flatMap(({ locations }) => Object.keys(locations));
}
