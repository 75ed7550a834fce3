import { existsSync, readFileSync } from 'node:fs';
import { type OffersData } from '@iris-azure/sizing/catalogue-data';
import { PageError } from './page';

/** Prices in US dollars an hour, by region and size. */
export interface PriceList {
  /** Day of the prices. */
  readonly readOn: string;
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Where Microsoft publishes its price list as a file. */
const source =
  'https://github.com/Azure/karpenter-provider-azure/blob/main/pkg/providers/pricing/zz_generated.pricing.go';

/** Reads the price list that Microsoft generates from its retail prices, pay as you go, Linux. */
export function readPriceList(file: string): PriceList {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, readOn] = /generated at (\d{4}-\d\d-\d\d)T/.exec(text) ?? [];
  const prices = new Map<string, Map<string, number>>();
  let region: Map<string, number> | undefined;
  for (const line of text.split('\n')) {
    const [, name] = /^\tinitialOnDemandPrices\["(\w+)"\]/.exec(line) ?? [];
    if (name) {
      region = new Map();
      prices.set(name, region);
      continue;
    }
    const [, size, price] = /^\t\t"([\w-]+)":\s*([\d.]+),$/.exec(line) ?? [];
    if (size && price) {
      region?.set(size, Number(price));
    }
  }
  if (!readOn || prices.size === 0) {
    throw new PageError(`${file}: is not the generated price list; pass the file of ${source}`);
  }
  return { readOn, prices };
}

/** The prices of some sizes in some regions. */
export function offersOf(
  { readOn, prices }: PriceList,
  sizes: readonly string[],
  regions: readonly string[],
): OffersData {
  return {
    source,
    readOn,
    sizes,
    regions: Object.fromEntries(
      regions.flatMap((region) => {
        const priced = prices.get(region);
        return priced ? [[region, sizes.map((size) => priced.get(size) ?? 0)]] : [];
      }),
    ),
  };
}
