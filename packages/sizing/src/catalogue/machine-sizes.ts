import { catalogueFile } from './data-file';
import { type MachineSeries } from './machine-series';
import { type DiskPerformance } from './performance';

/** A size of virtual machine. What Microsoft's page does not say is absent. */
export interface MachineSize {
  /** Name, for example `Standard_E8ds_v5`. */
  readonly name: string;
  /** Name of its series, for example `Edsv5`. */
  readonly series: string;
  /** vCPUs that the guest sees, and that are licensed. */
  readonly vcpus: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Data disks at most. */
  readonly dataDisks: number;
  /** Network interfaces at most. */
  readonly nics?: number;
  /** Network bandwidth expected at most, in Mbit/s over all interfaces. */
  readonly networkMbps?: number;
  /** What it passes on from and to Premium SSD and Standard disks. */
  readonly uncached?: DiskPerformance;
  /** The same for up to 30 minutes. */
  readonly uncachedBurst?: DiskPerformance;
  /** What it passes on from and to Premium SSD v2 and Ultra disks, where that is more. */
  readonly uncachedV2?: DiskPerformance;
  /** The same for up to 30 minutes. */
  readonly uncachedV2Burst?: DiskPerformance;
  /** What it reads from and writes to the host's cache and the temporary disk. */
  readonly cached?: DiskPerformance;
}

/** IOPS and MB/s, as the file has them. */
export type Pair = readonly [iops: number, throughputMbps: number];

/** A size in the file. */
export interface MachineSizeData
  extends Omit<MachineSize, 'name' | PerformanceName>, Partial<Record<PerformanceName, Pair>> {}

type PerformanceName = 'uncached' | 'uncachedBurst' | 'uncachedV2' | 'uncachedV2Burst' | 'cached';

/** A size of constrained vCPUs in the file: all else is as its base size has it. */
export interface ConstrainedSizeData {
  /** Name of the base size. */
  readonly base: string;
  /** vCPUs that are left. */
  readonly vcpus: number;
}

/** The file `machine-sizes.json`. */
export interface MachineSizesData {
  /** Day on which the pages were read. */
  readonly readOn: string;
  /** Series of the sizes, by name. */
  readonly series: Readonly<Record<string, Omit<MachineSeries, 'name'>>>;
  /** Sizes, by name. */
  readonly sizes: Readonly<Record<string, MachineSizeData>>;
  /** Sizes of constrained vCPUs, by name. */
  readonly constrained: Readonly<Record<string, ConstrainedSizeData>>;
}

const machineSizesData = catalogueFile('machine-sizes.json') as () => MachineSizesData;

/** Sizes that were asked for: a synthesis asks for a handful of the hundreds. */
const found = new Map<string, MachineSize | undefined>();

let all: readonly MachineSize[] | undefined;

/** Every size of the catalogue, by series; those of constrained vCPUs come last. */
export function machineSizes(): readonly MachineSize[] {
  const { sizes, constrained } = machineSizesData();
  return (all ??= [...Object.keys(sizes), ...Object.keys(constrained)].flatMap((name) => findMachineSize(name) ?? []));
}

/**
 * A size by its name. One of constrained vCPUs, such as `Standard_E16-8ds_v5`, is its base size with fewer vCPUs.
 *
 * @returns undefined where the catalogue has no such size
 * @see https://learn.microsoft.com/azure/virtual-machines/constrained-vcpu
 */
export function findMachineSize(name: string): MachineSize | undefined {
  if (!found.has(name)) {
    found.set(name, read(name, machineSizesData()));
  }
  return found.get(name);
}

/** The series of a size. */
export function seriesOf({ series: name }: MachineSize): MachineSeries {
  const series = machineSizesData().series[name];
  if (!series) {
    throw new Error(`machine-sizes.json has no series ${name}`);
  }
  return { name, ...series };
}

/** Day on which the pages of the sizes were read. */
export function machineSizesReadOn(): string {
  return machineSizesData().readOn;
}

function read(name: string, { sizes, constrained }: MachineSizesData): MachineSize | undefined {
  const data = Object.hasOwn(sizes, name) ? sizes[name] : undefined;
  if (data) {
    return machineSize(name, data);
  }
  const reduced = Object.hasOwn(constrained, name) ? constrained[name] : undefined;
  const whole = reduced && findMachineSize(reduced.base);
  return whole && { ...whole, name, vcpus: reduced.vcpus };
}

function machineSize(name: string, data: MachineSizeData): MachineSize {
  return {
    ...data,
    name,
    uncached: performance(data.uncached),
    uncachedBurst: performance(data.uncachedBurst),
    uncachedV2: performance(data.uncachedV2),
    uncachedV2Burst: performance(data.uncachedV2Burst),
    cached: performance(data.cached),
  };
}

function performance(pair: Pair | undefined): DiskPerformance | undefined {
  return pair && { iops: pair[0], throughputMbps: pair[1] };
}
