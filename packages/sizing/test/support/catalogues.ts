import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RegionName } from '@iris-azure/foundation';
import {
  type DisksData,
  type MachineSizeData,
  type MachineSizesData,
  type OffersData,
  type RetirementData,
} from '@iris-azure/sizing/catalogue-data';

/** The catalogues as their files have them: what the package makes of them is compared with it. */
export const files = {
  disks: file('disks.json') as DisksData,
  machineSizes: file('machine-sizes.json') as MachineSizesData,
  offers: file('offers.json') as OffersData,
  retirements: file('retirements.json') as RetirementData,
};

function file(name: string): unknown {
  return JSON.parse(readFileSync(path.resolve(__dirname, '..', '..', 'data', name), 'utf8'));
}

/** Names of all sizes, of constrained vCPUs too. */
export const sizeNames = [...Object.keys(files.machineSizes.sizes), ...Object.keys(files.machineSizes.constrained)];

/** What the file says of a size; of one of constrained vCPUs, its base size with fewer vCPUs. */
export function sizeInFile(name: string): MachineSizeData {
  const constrained = files.machineSizes.constrained[name];
  const size = files.machineSizes.sizes[constrained?.base ?? name];
  if (!size) {
    throw new Error(`no size ${name}`);
  }
  return { ...size, ...(constrained && { vcpus: constrained.vcpus }) };
}

const columns = new Map(files.offers.sizes.map((name, column) => [name, column]));

/** Price that the file has for a size in a region; 0 where it has none. */
export function priceInFile(name: string, region: RegionName): number {
  return files.offers.regions[region]?.[columns.get(name) ?? -1] ?? 0;
}
