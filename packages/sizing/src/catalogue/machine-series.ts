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
  readonly source: string;
  readonly pageDate: string;
  readonly readOn: string;
  readonly retirements: readonly Retirement[];
}

const retirementData = catalogueFile<RetirementData>('retirements.json');

/**
 * The end that Azure has announced for a size. No catalogue asks what day it is: compare the date yourself.
 *
 * @returns undefined where none is announced
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list
 */
export function retirementOf(size: string): Retirement | undefined {
  return retirementData().retirements.find(({ sizes }) => new RegExp(sizes).test(size));
}
