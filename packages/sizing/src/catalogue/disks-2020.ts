import { catalogueFile } from './data-file';
import { type DiskTier } from './disks';

/** The file `disks-2020.json`. */
interface Disks2020 {
  readonly source: string;
  readonly readOn: string;
  readonly tiers: readonly DiskTier[];
}

const disks2020 = catalogueFile('disks-2020.json') as () => Disks2020;

/**
 * Premium disks as InterSystems' article of 2020 lists them, P4 to P50. Azure's own table has grown since and differs in
 * some figures: it is in `diskTiers`.
 *
 * @seed S3
 */
export function diskTiers2020(): readonly DiskTier[] {
  return disks2020().tiers;
}
