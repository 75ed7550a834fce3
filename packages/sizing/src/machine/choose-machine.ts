import { Refusal, type RegionName } from '@iris-azure/foundation';
import { type DiskType } from '../catalogue/disks';
import { type MachineSize, machineSizes, seriesOf } from '../catalogue/machine-sizes';
import { retirementOf } from '../catalogue/machine-series';
import { hourlyPrice, isOffered } from '../catalogue/offers';
import { type Rank, ranked } from '../rank';
import { assertDemand, type MachineDemand } from '../workload';
import { knownMachineSize } from './known-machine-size';
import { exceeded, type Limit, limitsOf, limitText, tightest, usedShare } from './limits';

/** A size that carries a workload. */
export interface MachineCandidate {
  /** The size. */
  readonly size: MachineSize;
  /** What the workload uses of each of its limits. */
  readonly limits: readonly Limit[];
  /** The limit that binds first. */
  readonly tightest: Limit;
  /** Price in the first region, in US dollars an hour, pay as you go, Linux; undefined where it is not known. */
  readonly hourlyPrice: number | undefined;
}

/** The size that was chosen, and the others that would do. */
export interface MachineChoice extends MachineCandidate {
  /** Others that carry the workload too, the best first. */
  readonly alternatives: readonly MachineCandidate[];
}

/** What a choice of size depends on beside the workload. */
export interface MachineOptions {
  /** Regions that must offer the size, the primary one first. Those of sovereign clouds are not in the price list: they are taken to. */
  readonly regions: readonly RegionName[];
  /** Data disks that are attached. @default 0 */
  readonly dataDisks?: number;
  /** Type of the disks. @default Premium_LRS */
  readonly diskType?: DiskType;
  /** Day until which the machine is to last, as `2030-12-31`. @default a size whose end is announced is not chosen */
  readonly lastsUntil?: string;
  /** What comes first: the price of the machine, or the vCPUs that are licensed. @default price */
  readonly cheapest?: 'price' | 'vcpus';
}

/**
 * Chooses the size of a machine, for a mirror member or for a server without databases: the cheapest in the first region, of those the one with least memory, of those the one with
 * fewest vCPUs, which InterSystems licenses by. Or the one with fewest vCPUs first.
 *
 * A size is a candidate when its series reaches Premium storage, runs Trusted Launch, is neither burstable nor about to end,
 * is offered in every region, and none of its limits is exceeded. What is not known of a size rules it out, but for its price.
 *
 * @throws Refusal when no size carries the workload; the message names the one that comes nearest.
 * @seed S4, S5, S6
 */
export function chooseMachine(demand: MachineDemand, options: MachineOptions): MachineChoice {
  assertDemand(demand);
  const eligible = candidates(demand, options);
  const [best, ...alternatives] = ranked(
    eligible.filter(({ tightest: limit }) => usedShare(limit) <= 1),
    (candidate) => machineRank(candidate, options.cheapest),
  );
  if (!best) {
    throw new Refusal(impossible(eligible, options));
  }
  return { ...best, alternatives };
}

/**
 * What a demand uses of a size that is given.
 *
 * @throws Refusal when the catalogue does not know the size, or when it does not carry the demand.
 */
export function assessMachine(
  name: string,
  demand: MachineDemand,
  { regions, dataDisks = 0, diskType = 'Premium_LRS' }: MachineOptions,
): MachineCandidate {
  assertDemand(demand);
  const size = knownMachineSize(name);
  const limits = limitsOf(size, demand, dataDisks, diskType);
  if (!limits) {
    throw new Refusal(`size ${name} must carry the workload, and what it passes on is not known; set size to another`);
  }
  const lacking = exceeded(limits);
  if (lacking.length > 0) {
    throw new Refusal(
      `size ${name} does not carry the workload: ${lacking.map(limitText).join(', ')}; ` +
        'set size to a larger one, or leave it out',
    );
  }
  return candidate(size, limits, regions);
}

function candidate(size: MachineSize, limits: readonly Limit[], regions: MachineOptions['regions']): MachineCandidate {
  return { size, limits, tightest: tightest(limits), hourlyPrice: hourlyPrice(size.name, regions[0] ?? '') };
}

/** By what candidates are ranked. Where prices are not known, memory stands for them. */
export function machineRank(
  { size, hourlyPrice: price }: MachineCandidate,
  cheapest: MachineOptions['cheapest'] = 'price',
): Rank {
  const cost = [price ?? 0, size.memoryGib];
  return cheapest === 'price' ? [...cost, size.vcpus] : [size.vcpus, ...cost];
}

/** Every size that may be chosen, whether or not it is large enough. */
function candidates(demand: MachineDemand, options: MachineOptions): MachineCandidate[] {
  const { regions, dataDisks = 0, diskType = 'Premium_LRS', lastsUntil } = options;
  return fitSizes()
    .filter(({ name }) => lasts(name, lastsUntil) && regions.every((region) => isOffered(name, region) ?? true))
    .flatMap((size) => {
      const limits = limitsOf(size, demand, dataDisks, diskType);
      return limits ? [candidate(size, limits, regions)] : [];
    });
}

let fit: readonly MachineSize[] | undefined;

/** Sizes of which databases may be, whatever is asked of them: found once. */
function fitSizes(): readonly MachineSize[] {
  return (fit ??= machineSizes().filter(isFitForDatabases));
}

/** Burstable machines run out of credit under a database. */
function isFitForDatabases(size: MachineSize): boolean {
  const { premiumStorage, trustedLaunch, name } = seriesOf(size);
  return premiumStorage && trustedLaunch && !/^B(?![A-Z])/.test(name);
}

function lasts(size: string, until: string | undefined): boolean {
  const retirement = retirementOf(size);
  return !retirement || (until !== undefined && retirement.status === 'announced' && until < retirement.date);
}

function impossible(eligible: readonly MachineCandidate[], { regions }: MachineOptions): string {
  const [nearest] = ranked(eligible, ({ tightest: limit, size }) => [usedShare(limit), size.memoryGib]);
  const where = regions.join(' and ');
  if (!nearest) {
    return `no size of the catalogue is offered in ${where}; choose other regions`;
  }
  const lacking = exceeded(nearest.limits).map(limitText);
  return (
    `no size in ${where} carries the workload; ${nearest.size.name} comes nearest, and lacks ${lacking.join(', ')}; ` +
    'lower the workload, or spread it over more mirrors'
  );
}
