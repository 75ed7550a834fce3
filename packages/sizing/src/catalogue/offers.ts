import { catalogueFile } from './data-file';
import { machineSizes } from './machine-sizes';

/**
 * The file `offers.json`: by region, the hourly price in US dollars of each size, pay as you go, Linux. A size without a
 * price in a region is not offered there.
 */
export interface OffersData {
  /** Where the price list is published. */
  readonly source: string;
  /** Day of the price list. */
  readonly readOn: string;
  /** Names of the sizes, in the order of each region's prices. */
  readonly sizes: readonly string[];
  /** By region, the price of each size; 0 where it has none. */
  readonly regions: Readonly<Record<string, readonly number[]>>;
}

const offersData = catalogueFile('offers.json') as () => OffersData;

let columns: ReadonlyMap<string, number> | undefined;

/** Place of a size among each region's prices; undefined where the list has no such size. */
function columnOf(size: string): number | undefined {
  columns ??= new Map(offersData().sizes.map((name, column) => [name, column]));
  return columns.get(size);
}

/**
 * Price of a size in a region, in US dollars an hour, pay as you go, Linux, on the day of the price list.
 *
 * @returns undefined where the size is not offered there, or where nothing is known: see {@link isOffered}
 */
export function hourlyPrice(size: string, region: string): number | undefined {
  const { regions } = offersData();
  const column = columnOf(size);
  const prices = Object.hasOwn(regions, region) ? regions[region] : undefined;
  const price = column === undefined ? 0 : (prices?.[column] ?? 0);
  return price > 0 ? price : undefined;
}

/**
 * Whether Azure offers a size in a region: whether Microsoft's price list has a price for it. That says nothing about a
 * subscription's quota, nor about what is free today.
 *
 * @returns undefined where the list has no such size or region (sovereign clouds, for instance)
 * @seed S6
 */
export function isOffered(size: string, region: string): boolean | undefined {
  if (columnOf(size) === undefined || !Object.hasOwn(offersData().regions, region)) {
    return undefined;
  }
  return hourlyPrice(size, region) !== undefined;
}

/** Regions of the price list in which a size is offered. */
export function regionsOffering(size: string): string[] {
  return Object.keys(offersData().regions).filter((region) => hourlyPrice(size, region) !== undefined);
}

/**
 * Series of which Azure offers at least one size in a region, by their names.
 *
 * @returns undefined for a region that the price list does not have
 */
export function seriesOfferedIn(region: string): string[] | undefined {
  if (!Object.hasOwn(offersData().regions, region)) {
    return undefined;
  }
  const offered = machineSizes().filter(({ name }) => hourlyPrice(name, region) !== undefined);
  return [...new Set(offered.map(({ series }) => series))].sort();
}

/** Day of the price list. */
export function offersReadOn(): string {
  return offersData().readOn;
}
