import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Page, readPage } from '../../../tools/catalogues/page';
import { temporaryFolder } from '../temporary-folder';

/** A page as its repository has it: its date, and what it says. */
export function pageText(text: string, date = '02/03/2031'): string {
  return `---\ntitle: A page\nms.date: ${date}\n---\n\n${text}\n`;
}

/** A page that says something. */
export function pageOf(text: string, file = 'articles/virtual-machines/sizes/dqsv9-series.md'): Page {
  return readPage(folderOf({ [file]: pageText(text) }), file);
}

/** A folder with files, by their paths in it; those without content are left out. */
export function folderOf(files: Readonly<Record<string, string | undefined>>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    if (content !== undefined) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
  }
  return folder;
}

/** Cells of a row of a table. */
export type Row = readonly (string | number)[];

/** A table of Markdown: the first row has the names of its columns. */
export function table(...rows: readonly Row[]): string {
  const [header = [], ...body] = rows;
  return [header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Sentences from which the limits of Premium SSD v2 and Ultra disks are read, by what they tell. */
export const sentences = {
  v2Size: 'Premium SSD v2 capacities range from 1 GiB to 64 TiB here.',
  v2Iops: 'All have a baseline IOPS of 2,100 for nothing.',
  v2MostIops: 'They can have 300 per GiB, up to 61,000 IOPS each.',
  v2IopsPerGib: 'It increases at a rate of 300 per GiB after 7 GiB.',
  v2Throughput: 'All have a baseline throughput of 110 MB/s too.',
  v2MostThroughput: 'The figure of 1,900 MB/s is the maximum throughput of one.',
  v2ThroughputPerIops: 'What can be asked increases by 0.5 MB/s per set IOPS.',
  ultraSize: 'Ultra Disk sizes range from 2 GiB up to 32 TiB.',
  ultraIops: 'The minimum baseline IOPS per disk is 90.',
  ultraMostIops: 'They have IOPS limits of 900 IOPS per GiB, up to a maximum of 250,000 IOPS.',
  ultraThroughput: 'The minimum guaranteed throughput of an Ultra Disk is 3 MB/s.',
  ultraMostThroughput:
    'The throughput limit of an Ultra Disk is 0.125 MB/s for each, up to a maximum of 9,000 MB/s per disk.',
} as const;

/** A table of tiers, whose columns are tiers. */
export const tiers = table(
  ['Sizes', 'T1', 'T2', 'T3'],
  ['Disk size in GiB', 10, '1,000', '2, 000'],
  ['Base IOPS per disk', 'Up to 100', '1,100', '2,200'],
  ['*Expanded IOPS per disk', 'N/A', 'Up to 9,000', 'Up to 9,000'],
  ['Base throughput per disk', 'Up to 10 MB/s', '20 MB/s', '30 MB/s'],
  ['Max burst IOPS per disk', 150, '1,500', '30,000'],
  ['Max burst throughput per disk', '15 MB/s', '25 MB/s', '1,000 MB/s'],
  ['Max burst duration', '30 min', '30 min', 'Unlimited'],
);

/** A page of a series, in the form of today. */
export const seriesPage = [
  '# Dqsv9 sizes series',
  '## Feature support',
  '- [Premium Storage](storage.md): Supported',
  '- [Premium Storage caching](storage.md): Supported',
  '- [Generation 2 VMs](generation-2.md): Supported',
  '- [Generation 1 VMs](generation-2.md): Not Supported',
  '## Sizes in series',
  '### [Basics](#tab/basics)',
  table(['Size Name', 'vCPUs (Qty.)', 'Memory (GiB)'], ['Standard_D3qs_v9', 3, 13], ['Standard_D6qs_v9', 6, '1, 026']),
  '### [Local Storage](#tab/local)',
  table(
    ['Size Name', 'Max Temp Storage Disks (Qty.)', 'Temp Disk Random Read (RR)<sup>1</sup> IOPS'],
    ['Standard_D3qs_v9', 1, 99_999],
  ),
  '### [Remote Storage](#tab/remote)',
  table(
    [
      'Size Name',
      'Max Remote Storage Disks (Qty.)',
      'Uncached Premium SSD IOPS',
      'Uncached Premium SSD Throughput (MB/s)',
      'Uncached Premium SSD Burst<sup>1</sup> IOPS',
      'Uncached Premium SSD Burst<sup>1</sup> Throughput (MB/s)',
      'Uncached Ultra Disk and Premium SSD v2 IOPS',
      'Uncached Ultra Disk and Premium SSD v2 Throughput (MB/s)',
    ],
    ['Standard_D3qs_v9', 5, '3,300', 70, '9,900', 210, '4, 400', 80],
    ['Standard_D6qs_v9', 10, '6,600', 140, '9,900', 210, '8,800', 160],
  ),
  '### [Network](#tab/network)',
  table(['Size Name', 'Max NICs (Qty.)', 'Max Network Bandwidth (Mb/s)'], ['Standard_D3qs_v9', 2, '7,000']),
].join('\n\n');

/** Everything that the program reads, below the folder that it is given. */
export const pages = {
  'articles/virtual-machines/sizes/general-purpose/dqsv9-series.md': pageText(seriesPage),
  'articles/virtual-machines/sizes/memory-optimized/dqv9-dqsv9-series-memory.md': pageText(
    'Premium Storage: Supported<br>VM Generation Support: Generation 2<br>\n\n' +
      table(
        ['Size Name', 'vCPUs (Qty.)', 'Memory (GiB)', 'Max Remote Storage Disks (Qty.)'],
        ['Standard_D33qs_v9', 3, 55, 7],
      ),
  ),
  // Neither is of a series that can be had: without a date they would be refused.
  'articles/virtual-machines/sizes/retirement/dqv8-series.md': '# How to leave Dqv8',
  'articles/virtual-machines/sizes/general-purpose/d-family.md': '# D family',
  'articles/virtual-machines/sizes-previous-gen.md': pageText(
    [
      '### D-series',
      'Premium Storage:  Not Supported',
      table(['Size', 'vCPU', 'Memory', 'Max data disks'], ['Standard_D33', 5, '9 GB', 6]),
    ].join('\n\n'),
  ),
  'articles/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions.md': pageText(
    table(['Series name', 'Retirement Status', 'Planned Retirement Date'], ['D-series', '**Announced**', '07/08/32']),
  ),
  'articles/virtual-machines/trusted-launch.md': pageText(
    table(
      ['Type', 'Supported size families', 'Currently not supported size families', 'Not supported size families'],
      ['General', '[D-family](d.md)', '', ''],
    ),
  ),
  'articles/virtual-machines/disks-types.md': pageText(Object.values(sentences).join('\n\n')),
  'includes/disk-storage-premium-ssd-sizes.md': pageText(tiers),
  'includes/disk-storage-standard-ssd-sizes.md': pageText(tiers),
  'includes/disk-storage-standard-hdd-sizes.md': pageText(tiers),
} as const;

/** An excerpt of a price list. */
export const priceList = [
  '// generated at 2031-04-05T06:07:08Z',
  'func init() {',
  '\tinitialOnDemandPrices["westeurope"] = map[string]float64{',
  '\t\t"Standard_D3qs_v9":               0.125000,',
  '\t\t"Standard_D6-2qs_v9":             0.250000,',
  '\t\t"Standard_NX1":                   9.000000,',
  '\t}',
  '\tinitialOnDemandPrices["nowhere"] = map[string]float64{',
  '\t\t"Standard_D6qs_v9": 0.500000,',
  '\t}',
  '}',
].join('\n');
