import { catalogueFile } from './data-file';
import { type DisksData } from './disks';
import { type RetirementData } from './machine-series';
import { type MachineSizesData } from './machine-sizes';
import { type OffersData } from './offers';

/** Where the figures of a catalogue are from, and of when. */
export interface CatalogueSource {
  /** What it holds. */
  readonly name: 'machine sizes' | 'disks' | 'retirements' | 'prices and offers';
  /** Its file in the folder `data`. */
  readonly file: string;
  /** Page or file from which it was read; of machine sizes the one above the pages, of which each series names its own. */
  readonly source: string;
  /** Day on which it was read, as `2026-11-25`; of prices and offers the day of the price list. */
  readonly readOn: string;
  /** Dates that the pages themselves bear, the same where it is one page. */
  readonly pages?: { readonly oldest: string; readonly newest: string };
}

const sizes = catalogueFile('machine-sizes.json') as () => MachineSizesData;
const disks = catalogueFile('disks.json') as () => DisksData;
const retirements = catalogueFile('retirements.json') as () => RetirementData;
const offers = catalogueFile('offers.json') as () => OffersData;

/** Sources and dates of all catalogues: no figure of this package is newer than they are. */
export function catalogueSources(): readonly CatalogueSource[] {
  return [
    {
      name: 'machine sizes',
      file: 'machine-sizes.json',
      source: 'https://learn.microsoft.com/azure/virtual-machines/sizes/overview',
      readOn: sizes().readOn,
      pages: oldestAndNewest(Object.values(sizes().series)),
    },
    {
      name: 'disks',
      file: 'disks.json',
      source: 'https://learn.microsoft.com/azure/virtual-machines/disks-types',
      readOn: disks().readOn,
      pages: oldestAndNewest(Object.values(disks().sources)),
    },
    {
      name: 'retirements',
      file: 'retirements.json',
      source: retirements().source,
      readOn: retirements().readOn,
      pages: oldestAndNewest([retirements()]),
    },
    { name: 'prices and offers', file: 'offers.json', source: offers().source, readOn: offers().readOn },
  ];
}

function oldestAndNewest(pages: readonly { readonly pageDate: string }[]): CatalogueSource['pages'] {
  const dates = pages.map(({ pageDate }) => pageDate).sort();
  const [oldest, newest] = [dates.at(0), dates.at(-1)];
  return oldest === undefined || newest === undefined ? undefined : { oldest, newest };
}
