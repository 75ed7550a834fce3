import { type MachineSizeData, type Pair } from '@iris-azure/sizing/catalogue-data';

/** What one cell says of a size; a column that holds two figures gives both. */
export type Facts = { -readonly [Fact in keyof MachineSizeData]?: MachineSizeData[Fact] };

/** How the cells of a column are read. */
type Reader = (cell: string) => Facts;

type PerformanceName = 'uncached' | 'uncachedBurst' | 'uncachedV2' | 'uncachedV2Burst' | 'cached';

/** One half of a performance: the other half is in a column of its own. */
export interface Half {
  readonly performance: PerformanceName;
  readonly half: 0 | 1;
}

/** What a column of a table of sizes holds: whole facts, one half of a performance, or nothing that is kept. */
export type Column = { readonly read: Reader } | Half | undefined;

/** The figure of a cell such as `1,200`, which some pages write `1, 200`. */
export function figure(text: string): number | undefined {
  const [digits] = /^(?:, (?=\d{3})|[\d,])+(\.\d+)?/.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(/, ?/g, ''));
}

const single =
  (fact: 'vcpus' | 'dataDisks' | 'nics' | 'networkMbps'): Reader =>
  (cell) => {
    const value = figure(cell);
    return value === undefined ? {} : { [fact]: value };
  };

/** `16`, and on the oldest page `768 MB`. */
const memory: Reader = (cell) => {
  const value = figure(cell);
  return value === undefined ? {} : { memoryGib: cell.endsWith('MB') ? value / 1024 : value };
};

/** `25600/384`, and `32000/256 (288)` with the size of a cache. */
const pair =
  (performance: PerformanceName): Reader =>
  (cell) => {
    const [, iops, throughput] = /^([\d,]+)\s*\/\s*([\d,.]+)/.exec(cell) ?? [];
    return iops === undefined || throughput === undefined
      ? {}
      : { [performance]: [figure(iops), figure(throughput)] as unknown as Pair };
  };

/** `8/6000`: interfaces and their bandwidth. */
const nicsAndBandwidth: Reader = (cell) => {
  const [nics, bandwidth] = cell.split('/');
  return { ...single('nics')(nics ?? ''), ...single('networkMbps')(bandwidth ?? '') };
};

/** What a column holds, by its name. The names differ from page to page; what is not told here is not kept. */
export function columnOf(name: string): Column {
  const says = (...words: readonly string[]) => words.every((word) => name.toLowerCase().includes(word));
  if (says('vcpu')) {
    return { read: single('vcpus') };
  }
  if (says('memory')) {
    return { read: memory };
  }
  if (says('nic')) {
    return { read: says('bandwidth') ? nicsAndBandwidth : single('nics') };
  }
  if (says('bandwidth')) {
    return { read: single('networkMbps') };
  }
  if (says('data disks') || says('remote storage disks')) {
    return { read: single('dataDisks') };
  }
  const performance = performanceOf(says);
  if (!performance) {
    return undefined;
  }
  if (says('iops/mbps') || says('iops / mbps')) {
    return { read: pair(performance) };
  }
  return { performance, half: says('iops') ? 0 : 1 };
}

function performanceOf(says: (...words: readonly string[]) => boolean): PerformanceName | undefined {
  if (says('uncached')) {
    const v2 = says('ultra') || says('v2');
    if (says('burst')) {
      return v2 ? 'uncachedV2Burst' : 'uncachedBurst';
    }
    return v2 ? 'uncachedV2' : 'uncached';
  }
  return says('cached') ? 'cached' : undefined;
}
