import { type MachineSeries, type MachineSizeData, type Pair } from '@iris-azure/sizing/catalogue-data';
import { type Column, columnOf, type Facts, figure } from './columns';
import { featuresOf } from './features';
import { type Page, plain, tableOf } from './page';
import { families, seriesNameOf } from './size-name';
import { type TrustedLaunch } from './trusted-launch';

/** What a page says of sizes and of their series. */
export interface SizePage {
  readonly series: Readonly<Record<string, Omit<MachineSeries, 'name'>>>;
  readonly sizes: Readonly<Record<string, MachineSizeData>>;
  /** What was left out since the page contradicts itself there. */
  readonly contradictions: readonly string[];
}

/** Reads the sizes of a page: of each, all that its tables say, as far as the first of them says it. */
export function readSizePage(page: Page, trustedLaunch: TrustedLaunch): SizePage {
  const facts = new Map<string, Facts>();
  const series: Record<string, Omit<MachineSeries, 'name'>> = {};
  let before = '';
  let scsi = false;
  for (const token of page.tokens) {
    if (token.type === 'heading') {
      // A page on several series tells the features of each above its table, one on a single series anywhere.
      before = isSeriesHeading(token) ? '' : before;
      scsi = token.raw.includes('(SCSI)');
    }
    const table = tableOf(token);
    const columns = table?.columns.slice(1).map(columnOf) ?? [];
    if (!table || !/^Size\b/.test(table.columns[0] ?? '')) {
      before += token.raw;
      continue;
    }
    const features = featuresOf(before.includes('Premium Storage') ? before : page.text);
    for (const [name = '', ...cells] of table.rows) {
      const size = sizeName(name);
      const seriesName = size && seriesNameOf(size);
      if (!size || !seriesName || !families.test(seriesName)) {
        continue;
      }
      series[seriesName] ??= {
        source: page.source,
        pageDate: page.date,
        ...features,
        trustedLaunch: features.generations.includes(2) && trustedLaunch(seriesName),
      };
      const found = { series: seriesName, ...factsOf(columns, cells) };
      // By SCSI a size does less than by NVMe, which not every image can.
      facts.set(size, scsi ? { ...facts.get(size), ...found } : { ...found, ...facts.get(size) });
    }
  }
  const contradictions: string[] = [];
  const sizes = Object.fromEntries(
    [...facts].flatMap(([name, found]) => {
      const size = consistent(name, found, contradictions);
      return size ? [[name, size]] : [];
    }),
  );
  const used = new Set(Object.values(sizes).map((size) => size.series));
  return {
    series: Object.fromEntries(Object.entries(series).filter(([name]) => used.has(name))),
    sizes,
    contradictions: contradictions.map((text) => `${page.file}: ${text}`),
  };
}

function isSeriesHeading(token: { readonly raw: string }): boolean {
  const text = plain(token.raw.replace(/^#+/, ''));
  return /series|Basic A/i.test(text) && !/sizes in/i.test(text) && !/\((NVMe|SCSI)\)/.test(text);
}

/** `Standard_A0`, and `A0\Basic_A0` on the oldest page. */
function sizeName(cell: string): string | undefined {
  return /(?:Standard|Basic)_\w+(?:-\w+)?/.exec(cell)?.[0];
}

function factsOf(columns: readonly Column[], cells: readonly string[]): Facts {
  const facts: Facts = {};
  const halves: Record<string, [number?, number?]> = {};
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (column && 'read' in column) {
      Object.assign(facts, column.read(cell));
    } else if (column) {
      (halves[column.performance] ??= [])[column.half] = figure(cell);
    }
  });
  for (const [performance, [iops, throughputMbps]] of Object.entries(halves)) {
    if (iops !== undefined && throughputMbps !== undefined) {
      Object.assign(facts, { [performance]: [iops, throughputMbps] satisfies Pair });
    }
  }
  return facts;
}

/** The facts of a size, less what contradicts the others; undefined where too little is left. */
function consistent(name: string, facts: Facts, contradictions: string[]): MachineSizeData | undefined {
  const { series, vcpus, memoryGib, dataDisks, nics, networkMbps, cached } = facts;
  if (series === undefined || vcpus === undefined || memoryGib === undefined || dataDisks === undefined) {
    return undefined;
  }
  const performances = consistentPerformances(name, facts, contradictions);
  return { series, vcpus, memoryGib, dataDisks, nics, networkMbps, ...performances, cached };
}

/** A size bursts to no less than it does always, and does no less with Premium SSD v2 than with Premium SSD. */
function consistentPerformances(name: string, facts: Facts, contradictions: string[]): Facts {
  const { uncached, uncachedBurst, uncachedV2, uncachedV2Burst } = facts;
  if (uncached && uncachedV2 && isLess(uncachedV2, uncached)) {
    contradictions.push(
      `${name} does ${uncachedV2.join('/')} with Premium SSD v2, less than ${uncached.join('/')} with Premium SSD`,
    );
    return {};
  }
  const bursting = (burst: Pair | undefined, always: Pair | undefined): Pair | undefined => {
    if (!burst || !always || !isLess(burst, always)) {
      return burst;
    }
    contradictions.push(`${name} bursts to ${burst.join('/')}, less than ${always.join('/')} that it does always`);
    return undefined;
  };
  return {
    uncached,
    uncachedBurst: bursting(uncachedBurst, uncached),
    uncachedV2,
    uncachedV2Burst: bursting(uncachedV2Burst, uncachedV2),
  };
}

function isLess(one: Pair, other: Pair): boolean {
  return one[0] < other[0] || one[1] < other[1];
}
