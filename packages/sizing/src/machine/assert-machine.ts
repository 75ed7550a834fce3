import { Refusal, type RegionName } from '@iris-azure/foundation';
import { type DiskType } from '../catalogue/disks';
import { findMachineSize, seriesOf } from '../catalogue/machine-sizes';
import { retirementOf } from '../catalogue/machine-series';
import { isOffered, regionsOffering } from '../catalogue/offers';

/** What a machine is to be. */
export interface MachineUse {
  /** Size, for example `Standard_E16ds_v5`. */
  readonly size: string;
  /** Region in which it runs. */
  readonly region: RegionName;
  /** Data disks that are attached. */
  readonly dataDisks: number;
  /** Type of the disks. */
  readonly diskType: DiskType;
}

/**
 * Refuses a machine that Azure would refuse, as far as the catalogues know it: more data disks than its size takes, Premium
 * disks that it does not reach, no generation 2 for Trusted Launch, a size that is not offered in its region or not any more.
 *
 * @throws Refusal for the first of them. A size that no catalogue has is let through.
 * @seed S5, S6
 */
export function assertMachine({ size: name, region, dataDisks, diskType }: MachineUse): void {
  const size = findMachineSize(name);
  const retirement = retirementOf(name);
  if (retirement?.status === 'retired') {
    throw new Refusal(
      `size ${name} ended on ${retirement.date} with the ${retirement.name}; set size to a current one`,
    );
  }
  if (size && dataDisks > size.dataDisks) {
    throw new Refusal(
      `a machine of size ${name} takes ${size.dataDisks} data disks, got ${dataDisks}; set size to a larger one`,
    );
  }
  const series = size && seriesOf(size);
  if (series && diskType !== 'StandardSSD_LRS' && !series.premiumStorage) {
    throw new Refusal(`size ${name} reaches no ${diskType} disks; set size to one of a series that does`);
  }
  if (series && series.generations.length > 0 && !series.generations.includes(2)) {
    throw new Refusal(
      `size ${name} runs machines of generation 1 alone, without Trusted Launch; set size to one of a series of generation 2`,
    );
  }
  if (isOffered(name, region) === false) {
    throw new Refusal(
      `size ${name} is not offered in ${region}, but in ${regionsOffering(name).join(', ') || 'no region'}; ` +
        'set size to another, or choose another region',
    );
  }
}
