import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { AvailabilitySet, type IAvailabilitySet } from './availability-set';

/**
 * How the servers of a tier are kept from failing together: in different fault domains of one availability set (Azure's
 * 99.95 %), or in different zones of the region (99.99 %).
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/availability
 */
export type HighAvailability = 'availabilitySet' | 'zones';

/** Where one server runs. */
export type Placement =
  | { readonly kind: 'availabilitySet'; readonly availabilitySet: IAvailabilitySet }
  | { readonly kind: 'zone'; readonly zone: string };

/** Properties of {@link spread}. */
export interface SpreadProps {
  /** Resource group of the servers, and of the availability set that they may need. */
  readonly resourceGroup: IResourceGroup;
  /** Which servers they are, last part of the availability set's name. */
  readonly part: string;
  /** How they are kept apart. */
  readonly highAvailability: HighAvailability;
}

/**
 * Spreads servers: all into one availability set, made here with the id `AvailabilitySet`, or one after the other over the
 * region's zones.
 *
 * A server's place follows from its number alone: one that is added moves no other.
 *
 * @returns the placement of a server by its number, from 0.
 * @throws Refusal when the region has no zones.
 */
export function spread(scope: Construct, props: SpreadProps): (number: number) => Placement {
  const { resourceGroup, part, highAvailability } = props;
  if (highAvailability === 'availabilitySet') {
    const availabilitySet = new AvailabilitySet(scope, 'AvailabilitySet', { resourceGroup, part });
    return () => ({ kind: 'availabilitySet', availabilitySet });
  }
  const { name, zones } = resourceGroup.region;
  return (number) => ({ kind: 'zone', zone: refusingAt(scope, () => zoneOf(number, name, zones)) });
}

function zoneOf(number: number, region: string, zones: readonly string[]): string {
  const zone = zones[number % zones.length];
  if (zone === undefined) {
    throw new Refusal(
      `region must have availability zones with high availability 'zones', got '${region}'; ` +
        `set highAvailability to availabilitySet, or choose a region with zones`,
    );
  }
  return zone;
}
