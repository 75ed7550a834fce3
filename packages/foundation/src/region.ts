import { type Cloud, clouds } from './cloud';
import { Refusal } from './refusal';
import { regionData } from './region-data';

/** A region of Azure, as far as this architecture depends on it. */
export interface Region {
  /** Azure's own name, as in `location`, for example `westeurope`. */
  readonly name: RegionName;
  /** Short form used in resource names, for example `weu`. */
  readonly code: string;
  /** Name of the region that Azure pairs with this one. */
  readonly pair: string;
  /** Logical availability zones, empty in a region without zones. */
  readonly zones: readonly string[];
  /** Fault domains of an aligned availability set: 2 or 3. */
  readonly faultDomains: 2 | 3;
  /** Cloud in which the region is. */
  readonly cloud: Cloud;
}

/** Zones of what is to outlive each of them; none, as Azure asks for it, in a region without zones. */
export function allZones({ zones }: Region): string[] | undefined {
  return zones.length > 0 ? [...zones] : undefined;
}

/** Names of the regions that the catalogue knows. */
export type RegionName = keyof typeof regionData;

/** Names of all regions of the catalogue, in the order of the catalogue. */
export const regionNames = Object.keys(regionData) as [RegionName, ...RegionName[]];

/**
 * Finds a region by Azure's name.
 *
 * @throws Refusal when the catalogue has no such region.
 */
export function findRegion(name: string): Region {
  const data = tryFindRegion(name);
  if (!data) {
    throw new Refusal(`region must be one of ${regionNames.join(', ')}, got '${name}'; add it to region-data.ts`);
  }
  return data;
}

function tryFindRegion(name: string): Region | undefined {
  const known = regionNames.find((candidate) => candidate === name);
  return known && { name: known, ...regionData[known], cloud: clouds[regionData[known].cloud] };
}
