import { findRegion, type RegionName } from '@iris-azure/foundation';
import { findMachineSize, seriesOf } from '../catalogue/machine-sizes';
import { retirementOf } from '../catalogue/machine-series';
import { isOffered } from '../catalogue/offers';
import { wastedThroughput } from '../machine/wasted-throughput';
import { type PlannedDiskType } from '../storage/disk-stripe';
import { type MirrorVolumes } from '../storage/volumes';

/** What is to be known of a plan before it is used. */
export function planNotes(
  size: string,
  volumes: MirrorVolumes,
  diskType: PlannedDiskType,
  regions: readonly RegionName[],
): string[] {
  return [
    wastedThroughput(size, volumes.database, diskType),
    ...sizeNotes(size),
    ...regions.filter((region) => isOffered(size, region) === undefined).map((region) => notListed(size, region)),
    diskType === 'PremiumV2_LRS'
      ? 'PremiumV2_LRS disks are for zones (highAvailability: zones), and no host caches them'
      : undefined,
  ].filter((note) => note !== undefined);
}

/** What is to be known of a size, wherever it is used. */
export function sizeNotes(name: string): string[] {
  const retirement = retirementOf(name);
  const size = findMachineSize(name);
  const trusted = size === undefined || seriesOf(size).trustedLaunch;
  return [
    ...(retirement ? [`${name} ${ends[retirement.status]} on ${retirement.date} with the ${retirement.name}`] : []),
    ...(trusted ? [] : [`Microsoft's page does not say that ${name} runs Trusted Launch, which every server here has`]),
  ];
}

const ends = { announced: 'ends', retired: 'ended' } as const;

function notListed(size: string, region: RegionName): string {
  const { cloud } = findRegion(region);
  const why = cloud.name === 'public' ? '' : `, a region of the cloud ${cloud.name}`;
  return `the price list says nothing of ${size} in ${region}${why}: whether it is offered there is not known`;
}
