import { retirementOf } from '../catalogue/machine-series';
import { offersReadOn } from '../catalogue/offers';
import { type MachineCandidate } from '../machine/choose-machine';
import { type Limit, tightest, usedShare } from '../machine/limits';
import { type MirrorPlan, type MirrorPlanOptions } from '../plan-mirror';
import { listed } from './figures';

/** A limit, and what the workload uses of it. */
export interface LimitReport extends Limit {
  /** Share that is used: 1 is all of it. */
  readonly used: number;
  /** Whether it binds first when the workload grows; where several are used alike, each of them does. */
  readonly bindsFirst: boolean;
}

/** What a size costs. */
export interface PriceReport {
  /** US dollars an hour, pay as you go, Linux, for one machine; null where the price list has none. */
  readonly hourlyUsd: number | null;
  /** Region of the price. */
  readonly region: string;
  /** Day of the price list. */
  readonly listOf: string;
}

/** A size that would do too. */
export interface MachineAlternative {
  /** Its name. */
  readonly size: string;
  /** vCPUs, which are licensed. */
  readonly vcpus: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** US dollars an hour; null where the price list has none. */
  readonly hourlyUsd: number | null;
  /** Limit that binds first, and its share that is used. */
  readonly bindsFirst: { readonly name: Limit['name']; readonly used: number };
  /** Day on which it ends, where that is announced. */
  readonly endsOn: string | null;
}

/** The size of a mirror's members. */
export interface MachineReport {
  /** Its name. */
  readonly size: string;
  /** Its series. */
  readonly series: string;
  /** Whether it was chosen, or given. */
  readonly chosen: boolean;
  /** Why it is this one. */
  readonly reason: string;
  /** Its limits, and what is used of them. */
  readonly limits: readonly LimitReport[];
  /** What it costs. */
  readonly price: PriceReport;
  /** Day on which it ends, where that is announced. */
  readonly endsOn: string | null;
  /** How many other sizes would do. */
  readonly others: number;
  /** The best of them, the best first. */
  readonly alternatives: readonly MachineAlternative[];
}

/** Reports the machine of a plan. */
export function machineReport(
  machine: NonNullable<MirrorPlan['machine']>,
  options: MirrorPlanOptions,
  alternatives: number,
): MachineReport {
  const { size, hourlyPrice, alternatives: others } = machine;
  const [region] = options.regions;
  return {
    size: size.name,
    series: size.series,
    chosen: others !== undefined,
    reason: others ? reasonFor(machine, others.length, options) : 'as given; it carries the workload',
    limits: limitReports(machine.limits),
    price: { hourlyUsd: hourlyPrice ?? null, region: region ?? '', listOf: offersReadOn() },
    endsOn: retirementOf(size.name)?.date ?? null,
    others: others?.length ?? 0,
    alternatives: (others ?? []).slice(0, alternatives).map(alternative),
  };
}

function limitReports(limits: readonly Limit[]): LimitReport[] {
  const most = usedShare(tightest(limits));
  return limits.map(({ name, unit, demand, limit }) => {
    const used = usedShare({ name, unit, demand, limit });
    return { name, unit, demand, limit, used, bindsFirst: used === most };
  });
}

function reasonFor(
  { hourlyPrice }: MachineCandidate,
  others: number,
  { cheapest, regions }: MirrorPlanOptions,
): string {
  const best = cheapest === 'vcpus' ? 'the one with fewest vCPUs' : 'the cheapest';
  return hourlyPrice === undefined
    ? `${cheapest === 'vcpus' ? best : 'the one with least memory'} of ${others + 1} sizes that carry the workload; ` +
        `what ${regions[0] ?? ''} asks for them, and whether it offers them, is not in the price list`
    : `${best} of ${others + 1} sizes that carry the workload and are offered in ${listed(regions)}`;
}

function alternative({ size, hourlyPrice, tightest: limit }: MachineCandidate): MachineAlternative {
  return {
    size: size.name,
    vcpus: size.vcpus,
    memoryGib: size.memoryGib,
    hourlyUsd: hourlyPrice ?? null,
    bindsFirst: { name: limit.name, used: usedShare(limit) },
    endsOn: retirementOf(size.name)?.date ?? null,
  };
}
