import { createColors } from 'picocolors';
import { type DiskPerformance } from '../catalogue/performance';
import { figure, price } from './figures';
import { bottleneckRows, type TextOptions } from './format-plans';
import { formatSources } from './format-sources';
import { type DisksOnSize, type RegionPrice, type SizeExplanation } from './size-explanation';
import { definitions, textTable } from './text-table';

/** What a size has, and with disks which of both binds, for a person to read. */
export function formatExplanation(explanation: SizeExplanation, { color = false }: TextOptions = {}): string {
  const colors = createColors(color);
  const { size, series, retirement, disks, notes, catalogues } = explanation;
  const sections = [
    [
      colors.bold(size.name),
      ...definitions([
        ['series', `${series.name}: ${series.source}`],
        ['page dated', series.pageDate],
        ...limits(explanation),
        ['offered in', offered(explanation)],
        [`USD an hour`, `${prices(explanation.prices)}, pay as you go, Linux; price list of ${explanation.pricesOf}`],
        ['ends', retirement ? `${retirement.date} (${retirement.status}, ${retirement.name})` : 'not announced'],
      ]),
    ],
    disks ? diskLines(size.name, disks, colors) : [],
    notes.length === 0 ? [] : [colors.bold('To be known'), ...notes.map((note) => colors.yellow(`  ${note}`))],
    formatSources(catalogues, colors),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function limits({ size, series }: SizeExplanation): (readonly [string, string])[] {
  const passed: (readonly [string, DiskPerformance | undefined])[] = [
    ['Premium SSD', size.uncached],
    ['  for 30 minutes', size.uncachedBurst],
    ['Premium SSD v2', size.uncachedV2],
    ['  for 30 minutes', size.uncachedV2Burst],
    ['host cache', size.cached],
  ];
  return [
    ['vCPUs', figure(size.vcpus)],
    ['memory', `${figure(size.memoryGib)} GiB`],
    ['data disks', figure(size.dataDisks)],
    ...(series.premiumStorage ? passed : passed.slice(0, 1)).flatMap(([name, performance], index) =>
      (performance ?? index === 0) ? [[name, performanceText(performance)] as const] : [],
    ),
    ['Premium storage', series.premiumStorage ? 'yes' : 'no'],
    ['Trusted Launch', series.trustedLaunch ? 'yes' : 'not named on its page'],
  ];
}

function performanceText(performance: DiskPerformance | undefined): string {
  return performance
    ? `${figure(performance.iops)} IOPS, ${figure(performance.throughputMbps)} MB/s`
    : 'its page does not say';
}

function offered({ regions }: SizeExplanation): string {
  return regions.length === 0 ? 'no region of the price list' : `${regions.length} regions: ${regions.join(', ')}`;
}

function prices(all: readonly RegionPrice[]): string {
  const texts = all.map(({ region, offered: is, hourlyUsd }) =>
    is === false ? `not offered in ${region}` : `${price(hourlyUsd ?? undefined)} in ${region}`,
  );
  return texts.join(', ') || 'not known';
}

function diskLines(
  size: string,
  { count, each, diskType, bottleneck }: DisksOnSize,
  colors: ReturnType<typeof createColors>,
): string[] {
  const title =
    `${colors.bold(`With ${count} disks`)} of ${figure(each.sizeGib)} GiB, ${diskType}, ` +
    `${figure(each.iops)} IOPS and ${figure(each.throughputMbps)} MB/s each`;
  if (!bottleneck) {
    return [title, `  what ${size} passes on is not known: its page does not say`];
  }
  const { disks, machine, effective, iopsBoundBy, throughputBoundBy } = bottleneck;
  const [header = '', ...rows] = textTable(
    ['', 'disks do', 'machine passes on', 'left of both', '', 'bound by'],
    bottleneckRows(disks, machine, effective, [iopsBoundBy, throughputBoundBy]),
  );
  const verdict =
    throughputBoundBy === 'machine'
      ? `The machine binds: ${figure(effective.throughputMbps)} MB/s, not ${figure(disks.throughputMbps)}.`
      : `The disks bind: the machine passes on all of their ${figure(disks.throughputMbps)} MB/s.`;
  return [title, colors.dim(header), ...rows, `  ${colors.yellow(verdict)}`];
}
