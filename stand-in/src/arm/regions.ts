import { findRegion, type Region, regionNames } from '@iris-azure/foundation';

/** Whether resources can be in a region of this name: those whose facts the catalogue of regions has. */
export function isRegion(name: string): boolean {
  return regionNames.some((known) => known === name);
}

/** Zones and fault domains of a region. */
export function regionFacts(name: string): Region {
  return findRegion(name);
}
