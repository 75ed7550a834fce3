import { Refusal } from '@iris-azure/foundation';
import { diskTiers, type FigureRange, performanceRanges, provisionedLimits, type SizedDisk } from '../catalogue/disks';
import { type PlannedDiskType } from '../storage/disk-stripe';

/** Alike disks, as they are asked about. */
export interface DiskSet {
  /** How many. */
  readonly count: number;
  /** Each of them. */
  readonly disk: SizedDisk;
}

/**
 * Reads disks such as `4xP30` or `4x1024`: a number of them, and the tier or the GiB of each.
 *
 * @throws Refusal when it names no disks, or such as their type does not have
 */
export function parseDisks(text: string, diskType: PlannedDiskType, asked: Omit<SizedDisk, 'sizeGib'> = {}): DiskSet {
  const [, digits, each = ''] = /^(\d{1,2})x(P?\d{1,5})$/i.exec(text) ?? [];
  const count = Number(digits);
  if (digits === undefined || count < 1 || count > 64) {
    throw new Refusal(`disks must be a number of them and a tier or GiB, such as 4xP30 or 4x1024, got '${text}'`);
  }
  return { count, disk: diskType === 'PremiumV2_LRS' ? provisionedDisk(each, asked) : tieredDisk(each, asked) };
}

function tieredDisk(each: string, asked: Omit<SizedDisk, 'sizeGib'>): SizedDisk {
  if (asked.iops !== undefined || asked.throughputMbps !== undefined) {
    throw new Refusal('IOPS and throughput of Premium_LRS disks follow from their size; set diskType to PremiumV2_LRS');
  }
  const tiers = diskTiers('Premium_LRS');
  const tier = /^P/i.test(each)
    ? tiers.find(({ name }) => name === each.toUpperCase())
    : tiers.find(({ sizeGib }) => Number(each) <= sizeGib);
  if (!tier || Number(each) < 1) {
    const names = tiers.map(({ name }) => name).join(', ');
    throw new Refusal(`disks must be of a tier (${names}) or of 1 to ${tiers.at(-1)?.sizeGib ?? 0} GiB, got '${each}'`);
  }
  return { sizeGib: /^P/i.test(each) ? tier.sizeGib : Number(each) };
}

function provisionedDisk(each: string, { iops, throughputMbps }: Omit<SizedDisk, 'sizeGib'>): SizedDisk {
  const limits = provisionedLimits('PremiumV2_LRS');
  const sizeGib = Number(each);
  if (Number.isNaN(sizeGib)) {
    throw new Refusal(`disks of PremiumV2_LRS have no tiers, got '${each}'; give the GiB of each, as in 4x1024`);
  }
  assertWithin('disks', sizeGib, limits.sizeGib, 'GiB');
  const ranges = performanceRanges(limits, { sizeGib, iops });
  assertWithin('IOPS of each disk', iops, ranges.iops, '');
  assertWithin('throughput of each disk', throughputMbps, ranges.throughputMbps, 'MB/s');
  return { sizeGib, iops, throughputMbps };
}

function assertWithin(what: string, value: number | undefined, { least, most }: FigureRange, unit: string): void {
  if (value !== undefined && (value < least || value > most)) {
    throw new Refusal(`${what} must be ${least} to ${most}${unit && ` ${unit}`}, got ${value}`);
  }
}
