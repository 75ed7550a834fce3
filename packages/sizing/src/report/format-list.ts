import { createColors } from 'picocolors';
import { type DiskPerformance } from '../catalogue/performance';
import { figure, price } from './figures';
import { type TextOptions } from './format-plans';
import { formatSources } from './format-sources';
import { type SizeList } from './size-list';
import { textTable } from './text-table';

/** A list of sizes as a table, for a person to read. */
export function formatList({ sizes, pricesIn, catalogues }: SizeList, { color = false }: TextOptions = {}): string {
  const colors = createColors(color);
  const priced = pricesIn !== null;
  const [header = '', ...rows] = textTable(
    [
      ...['size', 'series', 'vCPUs', 'GiB', 'disks', 'IOPS', 'MB/s', 'IOPS v2', 'MB/s v2'],
      ...(priced ? [`USD an hour in ${pricesIn}`] : []),
      'ends on',
    ],
    sizes.map((size) => [
      ...[size.name, size.series, figure(size.vcpus), figure(size.memoryGib), figure(size.dataDisks)],
      ...performance(size.uncached),
      ...performance(size.uncachedV2),
      ...(priced ? [price(size.hourlyUsd ?? undefined)] : []),
      size.endsOn ?? '-',
    ]),
    '',
  );
  const count = `${sizes.length} ${sizes.length === 1 ? 'size' : 'sizes'}; what a page does not say is shown as -`;
  return [colors.dim(header), ...rows, '', count, '', ...formatSources(catalogues, colors), ''].join('\n');
}

function performance(pair: DiskPerformance | undefined): string[] {
  return pair ? [figure(pair.iops), figure(pair.throughputMbps)] : ['-', '-'];
}
