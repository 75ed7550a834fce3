import { type RegionName, Refusal } from '@iris-azure/foundation';
import { type MachineSize, machineSizes } from '../catalogue/machine-sizes';
import { retirementOf } from '../catalogue/machine-series';
import { hourlyPrice, isOffered } from '../catalogue/offers';
import { type CatalogueSource, catalogueSources } from '../catalogue/sources';

/** Which sizes are to be listed. */
export interface ListQuestion {
  /** Regions that offer them; the price is of the first. @default sizes of any region, without prices */
  readonly regions?: readonly RegionName[];
  /** Their series. @default every one */
  readonly series?: string;
}

/** A size in a list. */
export interface ListedSize extends MachineSize {
  /** US dollars an hour in the first region; null where there is no price, or no region was asked for. */
  readonly hourlyUsd: number | null;
  /** Day on which it ends, where that is announced or has come. */
  readonly endsOn: string | null;
}

/** What `iris-size list --format json` prints. */
export interface SizeList {
  /** Tells this document from others. */
  readonly format: 'iris-azure/size-list';
  /** Version of its form. */
  readonly version: 1;
  /** Sources of all figures, and their dates. */
  readonly catalogues: readonly CatalogueSource[];
  /** Region of the prices; null where none was asked for. */
  readonly pricesIn: string | null;
  /** The sizes, in the order of the catalogue. */
  readonly sizes: readonly ListedSize[];
}

/**
 * Lists sizes of the catalogue.
 *
 * @throws Refusal when the catalogue has no such series
 */
export function sizeList({ regions = [], series }: ListQuestion): SizeList {
  const [first] = regions;
  const all = machineSizes();
  if (series !== undefined && !all.some((size) => size.series === series)) {
    const names = [...new Set(all.map((size) => size.series))].sort();
    throw new Refusal(`series must be one of ${names.join(', ')}, got '${series}'`);
  }
  return {
    format: 'iris-azure/size-list',
    version: 1,
    catalogues: catalogueSources(),
    pricesIn: first ?? null,
    sizes: all
      .filter((size) => series === undefined || size.series === series)
      .filter(({ name }) => regions.every((region) => isOffered(name, region) ?? true))
      .map((size) => ({
        ...size,
        hourlyUsd: (first === undefined ? undefined : hourlyPrice(size.name, first)) ?? null,
        endsOn: retirementOf(size.name)?.date ?? null,
      })),
  };
}
