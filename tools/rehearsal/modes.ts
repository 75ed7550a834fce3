import { type AnsweredRequest, faultKinds } from '@iris-azure/stand-in';
import { type Cycle, cycle } from './cycle';
import { deployAgainstFaults, type FaultyCycle } from './faulty-cycle';
import { differences } from './differences';
import { runAll } from './deploy';
import { keep } from './keep';
import { problemsOf } from './judge';
import { planAll } from './plan-all';
import { sideBySide } from './progress';
import { provenance } from './provenance';
import { type RehearsalOptions, withRehearsal } from './rehearsal';
import { type ReplannedEnvironment } from './replan';
import { cycleTable, plannedTable, type RehearsalReport } from './report';

/** A kind of rehearsal. */
export type Mode = 'plan' | 'cycle' | 'keep' | 'faults';

/** What a kind of rehearsal has to tell. */
export type ModeReport = Pick<RehearsalReport, 'header' | 'rows' | 'notes' | 'problems'>;

/** What each kind of rehearsal does. */
export const modes: Readonly<Record<Mode, (options: RehearsalOptions) => Promise<ModeReport>>> = {
  plan: async (options) =>
    withRehearsal(options, async (rehearsal) => {
      const planned = await planAll(rehearsal);
      return { ...plannedTable(planned), notes: provenance(rehearsal), problems: problemsOf(planned.report) };
    }),

  cycle: rehearseCycle,

  keep: async (options) =>
    withRehearsal(options, async (rehearsal) => {
      await planAll(rehearsal);
      await runAll('deploy', rehearsal);
      return keep(rehearsal);
    }),

  faults: rehearseFaults,
};

/** What a cycle has to tell, and what there was of it in Azure. */
type CycleReport = ModeReport & Pick<Cycle, 'resources'>;

async function rehearseCycle(options: RehearsalOptions): Promise<CycleReport> {
  return withRehearsal(options, async (rehearsal) => {
    const cycled = await cycle(rehearsal);
    const { planned, replanned, orphans, resources } = cycled;
    return {
      ...cycleTable(cycled),
      resources,
      notes: provenance(rehearsal),
      problems: [...problemsOf(planned.report), ...afterDeployment(replanned, orphans)],
    };
  });
}

/** Two rehearsals that know nothing of each other: what is there at the end of the two must be the same. */
async function rehearseFaults(options: RehearsalOptions): Promise<ModeReport> {
  const { environment } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const [clean, faulty] = await sideBySide(
    `Rehearsing ${environment} twice`,
    ['without failing requests', 'with failing requests'],
    async ([without = options.progress, withFaults = options.progress]) =>
      bothOrNone(stop, [
        rehearseCycle({ ...options, signal, progress: without }),
        withRehearsal(
          { ...options, signal, progress: withFaults, folder: `${options.folder}-faults` },
          deployAgainstFaults,
        ),
      ]),
  );
  const { notes, problems, resources, ...table } = clean;
  return {
    ...table,
    notes: [...notesOf(faulty), ...notes],
    problems: [
      ...problems,
      ...afterDeployment(faulty.replanned, faulty.orphans).map((problem) => `with failing requests: ${problem}`),
      ...differences(resources, faulty.resources).map((id) => `after failed requests not the same as without: ${id}`),
    ],
  };
}

/** Results of two rehearsals; the first that fails stops the other, and is waited for. */
async function bothOrNone<One, Other>(
  stop: AbortController,
  [one, other]: readonly [Promise<One>, Promise<Other>],
): Promise<readonly [One, Other]> {
  for (const rehearsal of [one, other]) {
    rehearsal.catch((error: unknown) => stop.abort(error));
  }
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

function afterDeployment({ stacks, report }: ReplannedEnvironment, orphans: readonly string[]): readonly string[] {
  return [
    ...Object.entries(stacks).flatMap(([stack, { drift }]) =>
      drift.map((change) => `${stack}: the second plan would change ${change}`),
    ),
    ...problemsOf(report),
    ...orphans.map((id) => `left behind when all was destroyed: ${id}`),
  ];
}

function notesOf({ failedRequests, failedStacks, replanned }: FaultyCycle): readonly string[] {
  const stacks = Object.keys(replanned.stacks).length;
  return [
    `${failedRequests.length} requests failed on purpose, each when it came first: ${kindsOf(failedRequests)}`,
    `${failedStacks.length} of ${stacks} stacks failed by that, and were complete after a second deployment`,
  ];
}

function kindsOf(requests: readonly AnsweredRequest[]): string {
  return faultKinds.map((kind) => `${requests.filter(({ fault }) => fault === kind).length} ${kind}`).join(', ');
}
