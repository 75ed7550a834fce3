// Usage: npm run catalogues -- --pages FOLDER --prices FILE [--read-on YYYY-MM-DD] [--output FOLDER]
//   --pages    checkout of MicrosoftDocs/azure-compute-docs, or a folder with the same paths
//   --prices   zz_generated.pricing.go of Azure/karpenter-provider-azure
//   --read-on  day on which the pages were fetched; today where it is left out
//   --output   folder of the catalogues; packages/sizing/data where it is left out
//
// Reads the sizes of virtual machines, the disks, the retirements and the prices, and writes the catalogues.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { regionNames } from '@iris-azure/foundation';
import { type MachineSizesData } from '@iris-azure/sizing/catalogue-data';
import { readDisks } from './disks';
import { lines } from './lines';
import { PageError, readPage } from './page';
import { offersOf, readPriceList } from './price-list';
import { readRetirements } from './retirements';
import { readSizePage, type SizePage } from './size-page';
import { constrainedOf } from './size-name';
import { readTrustedLaunch } from './trusted-launch';

const data = path.resolve(__dirname, '..', '..', 'packages', 'sizing', 'data');
const sizesFolder = 'articles/virtual-machines/sizes';
const previousGenerations = 'articles/virtual-machines/sizes-previous-gen.md';
const retiredList = `${sizesFolder}/lifecycle/retirements-and-capacity-restrictions.md`;
const trustedLaunchPage = 'articles/virtual-machines/trusted-launch.md';

function main(): void {
  const options = new Command('catalogues')
    .requiredOption('--pages <folder>', 'pages of azure-compute-docs')
    .requiredOption('--prices <file>', 'price list of karpenter-provider-azure')
    .option('--read-on <day>', 'day on which they were fetched', new Date().toISOString().slice(0, 10))
    .option('--output <folder>', 'folder of the catalogues', data)
    .parse()
    .opts<{ pages: string; prices: string; readOn: string; output: string }>();
  const { pages: folder, readOn, output } = options;
  const pages = [...seriesPages(folder), previousGenerations].map((file) => readPage(folder, file));
  const prices = readPriceList(options.prices);

  const trusted = readTrustedLaunch(readPage(folder, trustedLaunchPage));
  const read = pages.map((page) => readSizePage(page, trusted));
  const sizes = machineSizes(read, prices.prices, readOn);
  const sizeNames = [...Object.keys(sizes.sizes), ...Object.keys(sizes.constrained)];
  write(output, {
    'machine-sizes.json': sizes,
    'retirements.json': readRetirements(readPage(folder, retiredList), readOn),
    'offers.json': offersOf(prices, sizeNames, regionNames),
    'disks.json': readDisks(folder, readOn),
  });
  for (const contradiction of read.flatMap((page) => page.contradictions)) {
    console.warn(`catalogues: left out: ${contradiction}`);
  }
  console.log(
    `catalogues: ${sizeNames.length} sizes of ${Object.keys(sizes.series).length} series, from ${pages.length} pages`,
  );
}

/** Writes catalogues by their names: all of them, since all pages have been read. */
function write(folder: string, catalogues: Readonly<Record<string, object>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(catalogues)) {
    writeFileSync(path.join(folder, name), lines(content));
  }
}

function seriesPages(folder: string): string[] {
  const sizes = path.join(folder, sizesFolder);
  if (!existsSync(sizes)) {
    throw new PageError(`${folder}: has no ${sizesFolder}; pass a checkout of azure-compute-docs`);
  }
  return readdirSync(sizes, { recursive: true, encoding: 'utf8' })
    .filter((file) => /-series(-memory)?\.md$/.test(file) && !/lifecycle|retirement/.test(file))
    .map((file) => path.posix.join(sizesFolder, file.split(path.sep).join('/')))
    .sort();
}

/** Sizes of all pages; those of constrained vCPUs are the ones that have a price and a base size. */
function machineSizes(
  pages: readonly SizePage[],
  prices: ReadonlyMap<string, ReadonlyMap<string, number>>,
  readOn: string,
): MachineSizesData {
  const sizes = merged(pages.map((page) => page.sizes));
  const priced = new Set([...prices.values()].flatMap((ofRegion) => [...ofRegion.keys()]));
  const constrained = [...priced].sort().flatMap((name) => {
    const found = constrainedOf(name);
    return found && Object.hasOwn(sizes, found.base) ? [[name, found] as const] : [];
  });
  return {
    readOn,
    series: merged(pages.map((page) => page.series)),
    sizes,
    constrained: Object.fromEntries(constrained),
  };
}

/** Members of all records; of two that have a name in common, the later one's. */
function merged<Value>(records: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}

try {
  main();
} catch (error) {
  if (!(error instanceof PageError)) {
    throw error;
  }
  console.error(`catalogues: ${error.message}`);
  process.exitCode = 1;
}
