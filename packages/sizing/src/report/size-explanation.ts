import { type RegionName, Refusal } from '@iris-azure/foundation';
import { diskPerformance, type SizedDisk } from '../catalogue/disks';
import { type MachineSize, seriesOf } from '../catalogue/machine-sizes';
import { type MachineSeries, type Retirement, retirementOf } from '../catalogue/machine-series';
import { hourlyPrice, isOffered, offersReadOn, regionsOffering } from '../catalogue/offers';
import { type CatalogueSource, catalogueSources } from '../catalogue/sources';
import { type Bottleneck, explainBottleneck } from '../machine/bottleneck';
import { knownMachineSize } from '../machine/known-machine-size';
import { type PlannedDiskType } from '../storage/disk-stripe';
import { type DiskSet } from './disk-set';
import { sizeNotes } from './notes';

/** What is asked about a size. */
export interface SizeQuestion {
  /** Its name. */
  readonly size: string;
  /** Disks that are attached. @default none */
  readonly disks?: DiskSet;
  /** Their type. @default Premium_LRS */
  readonly diskType?: PlannedDiskType;
  /** Regions whose prices are asked for. @default the cheapest and the dearest of all */
  readonly regions?: readonly RegionName[];
}

/** Price of a size in a region. */
export interface RegionPrice {
  /** Its name. */
  readonly region: string;
  /** Whether the size is offered there; null where the price list does not say. */
  readonly offered: boolean | null;
  /** US dollars an hour; null where there is no price. */
  readonly hourlyUsd: number | null;
}

/** What `iris-size explain --format json` prints. */
export interface SizeExplanation {
  /** Tells this document from others. */
  readonly format: 'iris-azure/size-explanation';
  /** Version of its form. */
  readonly version: 1;
  /** Sources of all figures, and their dates. */
  readonly catalogues: readonly CatalogueSource[];
  /** The size and its limits. */
  readonly size: MachineSize;
  /** Its series, with the page and the page's date. */
  readonly series: MachineSeries;
  /** Its end, where one is announced or has come. */
  readonly retirement: Pick<Retirement, 'name' | 'status' | 'date'> | null;
  /** Regions that offer it. */
  readonly regions: readonly string[];
  /** Prices in the regions that were asked for, otherwise the lowest and the highest. */
  readonly prices: readonly RegionPrice[];
  /** Day of the price list. */
  readonly pricesOf: string;
  /** Which of disks and machine binds; null where no disks were asked about, or the page says nothing of the machine. */
  readonly disks: DisksOnSize | null;
  /** What is to be known of it. */
  readonly notes: readonly string[];
}

/** Disks on a size. */
export interface DisksOnSize {
  /** Their type. */
  readonly diskType: PlannedDiskType;
  /** How many. */
  readonly count: number;
  /** Each of them. */
  readonly each: Required<SizedDisk>;
  /** What binds; null where the page does not say what the machine passes on. */
  readonly bottleneck: Bottleneck | null;
}

/**
 * Explains a size: what it has, where it is offered, and with disks which of both binds.
 *
 * @throws Refusal when the catalogue does not know it, or when it takes fewer disks
 */
export function explainSize({ size: name, disks, diskType = 'Premium_LRS', regions }: SizeQuestion): SizeExplanation {
  const size = knownMachineSize(name);
  const retirement = retirementOf(name);
  return {
    format: 'iris-azure/size-explanation',
    version: 1,
    catalogues: catalogueSources(),
    size,
    series: seriesOf(size),
    retirement: retirement ? { name: retirement.name, status: retirement.status, date: retirement.date } : null,
    regions: regionsOffering(name),
    prices: pricesOf(name, regions),
    pricesOf: offersReadOn(),
    disks: disks ? disksOn(size, disks, diskType) : null,
    notes: sizeNotes(name),
  };
}

function disksOn(size: MachineSize, { count, disk }: DiskSet, diskType: PlannedDiskType): DisksOnSize {
  if (count > size.dataDisks) {
    throw new Refusal(`size ${size.name} takes ${size.dataDisks} data disks, got ${count}; ask about fewer of them`);
  }
  if (!seriesOf(size).premiumStorage) {
    throw new Refusal(`size ${size.name} reaches no ${diskType} disks; ask about a size that does`);
  }
  const each = diskPerformance(diskType, disk) ?? { iops: 0, throughputMbps: 0 };
  const found = explainBottleneck(size, Array<SizedDisk>(count).fill(disk), diskType);
  return { diskType, count, each: { sizeGib: disk.sizeGib, ...each }, bottleneck: found ?? null };
}

function pricesOf(size: string, asked: readonly RegionName[] | undefined): RegionPrice[] {
  if (asked) {
    return asked.map((region) => regionPrice(size, region));
  }
  const all = regionsOffering(size)
    .map((region) => regionPrice(size, region))
    .sort((one, other) => (one.hourlyUsd ?? 0) - (other.hourlyUsd ?? 0));
  return all.length < 2 ? all : all.filter((_, index) => index === 0 || index === all.length - 1);
}

function regionPrice(size: string, region: string): RegionPrice {
  return { region, offered: isOffered(size, region) ?? null, hourlyUsd: hourlyPrice(size, region) ?? null };
}
