import { catalogueFile } from './data-file';

/** A series of sizes, as Microsoft's page describes it. */
export interface MachineSeries {
  /** Name, for example `Edsv5`. */
  readonly name: string;
  /** Page on which its sizes were found. */
  readonly source: string;
  /** Date that the page itself bears. */
  readonly pageDate: string;
  /** Whether Premium disks can be attached. */
  readonly premiumStorage: boolean;
  /** Whether the host caches Premium disks. */
  readonly premiumCaching: boolean;
  /** Generations of virtual machines that it runs. */
  readonly generations: readonly (1 | 2)[];
  /** Whether Azure offers Trusted Launch for it. */
  readonly trustedLaunch: boolean;
}

/** End of a series that Azure has announced. */
export interface Retirement {
  /** Name that Microsoft's list has for it. */
  readonly name: string;
  /** Whether it has ended, or is going to. */
  readonly status: 'announced' | 'retired';
  /** Day on which it ends, as `2028-05-01`. */
  readonly date: string;
  /** Regular expression of the names of its sizes. */
  readonly sizes: string;
}

/** The file `retirements.json`. */
export interface RetirementData {
  /** Page on which they were found. */
  readonly source: string;
  /** Date that the page itself bears. */
  readonly pageDate: string;
  /** Day on which it was read. */
  readonly readOn: string;
  /** Ends that Azure has announced, or that have come. */
  readonly retirements: readonly Retirement[];
}

const retirementData = catalogueFile('retirements.json') as () => RetirementData;

/** What is known of the end of each size that was asked for: the list is of patterns, and a plan asks for hundreds of sizes. */
const retirementsBySize = new Map<string, Retirement | undefined>();

let patterns: readonly (readonly [RegExp, Retirement])[] | undefined;

/**
 * The end that Azure has announced for a size. No catalogue asks what day it is: compare the date yourself.
 *
 * @returns undefined where none is announced
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list
 */
export function retirementOf(size: string): Retirement | undefined {
  if (!retirementsBySize.has(size)) {
    patterns ??= retirementData().retirements.map((retirement) => [new RegExp(retirement.sizes), retirement] as const);
    retirementsBySize.set(size, patterns.find(([pattern]) => pattern.test(size))?.[1]);
  }
  return retirementsBySize.get(size);
}
