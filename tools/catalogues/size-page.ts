import { type MachineSeries } from '../../packages/sizing/src/catalogue/machine-series';
import { type MachineSizeData, type Pair } from '../../packages/sizing/src/catalogue/machine-sizes';
import { type Column, columnOf, type Facts, figure } from './columns';
import { featuresOf } from './features';
import { type Page, plain, tableOf } from './page';
import { seriesNameOf } from './size-name';

/** What a page says of sizes and of their series. */
export interface SizePage {
  readonly series: Readonly<Record<string, Omit<MachineSeries, 'name'>>>;
  readonly sizes: Readonly<Record<string, MachineSizeData>>;
  /** What was left out since the page contradicts itself there. */
  readonly contradictions: readonly string[];
}

/** Reads the sizes of a page: of each, all that its tables say, as far as the first of them says it. */
export function readSizePage(page: Page): SizePage {
  const facts = new Map<string, Facts>();
  const series: Record<string, Omit<MachineSeries, 'name'>> = {};
  let before = '';
  let scsi = false;
  for (const token of page.tokens) {
    if (token.type === 'heading') {
      // A page on several series tells the features of each above its table, one on a single series anywhere.
      before = isSeriesHeading(token) ? '' : before;
      scsi = /\(SCSI\)/.test(token.raw);
    }
    const table = tableOf(token);
    const columns = table?.columns.slice(1).map(columnOf) ?? [];
    if (!table || !/^Size\b/.test(table.columns[0] ?? '')) {
      before += token.raw;
      continue;
    }
    for (const [name = '', ...cells] of table.rows) {
      const size = sizeName(name);
      const seriesName = size && seriesNameOf(size);
      if (!size || !seriesName || !families.test(seriesName)) {
        continue;
      }
      series[seriesName] ??= {
        source: page.source,
        pageDate: page.date,
        ...featuresOf(/Premium Storage/.test(before) ? before : page.text),
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

/** Families that database, application and web servers are made of: none with graphics processors or for computing alone. */
const families = /^(A|B|D|DS|E|F|G|GS|L|M)(?![A-Z])/;

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
  const { series, vcpus, memoryGib, dataDisks, ...rest } = facts;
  if (series === undefined || vcpus === undefined || memoryGib === undefined || dataDisks === undefined) {
    return undefined;
  }
  for (const [burst, sustained] of [
    ['uncachedBurst', 'uncached'],
    ['uncachedV2Burst', 'uncachedV2'],
  ] as const) {
    const [more, less] = [rest[burst], rest[sustained]];
    if (more && less && lessThan(more, less)) {
      contradictions.push(`${name} bursts to ${more.join('/')}, less than the ${less.join('/')} that it does always`);
      delete rest[burst];
    }
  }
  if (rest.uncached && rest.uncachedV2 && lessThan(rest.uncachedV2, rest.uncached)) {
    contradictions.push(
      `${name} does ${rest.uncachedV2.join('/')} with Premium SSD v2, less than the ${rest.uncached.join('/')} with Premium SSD`,
    );
    delete rest.uncached;
    delete rest.uncachedV2;
    delete rest.uncachedBurst;
    delete rest.uncachedV2Burst;
  }
  return { series, vcpus, memoryGib, dataDisks, ...rest };
}

function lessThan(one: Pair, other: Pair): boolean {
  return one[0] < other[0] || one[1] < other[1];
}
