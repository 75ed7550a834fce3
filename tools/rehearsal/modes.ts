import { type AnsweredRequest, faultKinds } from '@iris-azure/stand-in';
import { type Cycle, cycle } from './cycle';
import { leftBehind, runAll } from './deploy';
import { deployWithFaults } from './deploy-with-faults';
import { differences } from './differences';
import { keep } from './keep';
import { problemsOf } from './judge';
import { planAll } from './plan-all';
import { type Rehearsal } from './rehearsal';
import { replan, type ReplannedEnvironment } from './replan';
import { cycleTable, plannedTable, type RehearsalReport } from './report';

/** A kind of rehearsal. */
export type Mode = 'plan' | 'cycle' | 'keep' | 'faults';

/** What a kind of rehearsal has to tell. */
export type ModeReport = Pick<RehearsalReport, 'header' | 'rows' | 'notes' | 'problems'>;

/** What each kind of rehearsal does. */
export const modes: Readonly<Record<Mode, (rehearsal: Rehearsal) => Promise<ModeReport>>> = {
  plan: async (rehearsal) => {
    const planned = await planAll(rehearsal);
    return { ...plannedTable(planned), notes: [], problems: problemsOf(planned.report) };
  },

  cycle: async (rehearsal) => cycleReport(await cycle(rehearsal)),

  keep: async (rehearsal) => {
    await planAll(rehearsal);
    await runAll('deploy', rehearsal);
    return keep(rehearsal);
  },

  faults: async (rehearsal) => {
    const { stacks, standIn, failedOnPurpose } = rehearsal;
    const clean = await cycle(rehearsal);
    const { failed } = await deployWithFaults(rehearsal);
    const replanned = await replan(rehearsal);
    const different = differences(clean.resources, standIn.resources());
    await runAll('destroy', rehearsal);
    const { notes, problems, ...table } = cycleReport(clean);
    return {
      ...table,
      notes: [
        ...notes,
        `${failedOnPurpose.length} requests failed on purpose, each when it came first: ${kindsOf(failedOnPurpose)}`,
        `${failed.length} of ${stacks.length} stacks failed by that, and were complete after a second deployment`,
      ],
      problems: [
        ...problems,
        ...driftOf(replanned),
        ...problemsOf(replanned.report),
        ...different.map((id) => `after failed requests not the same as without: ${id}`),
        ...leftBehind(rehearsal).map(orphan),
      ],
    };
  },
};

function cycleReport(cycled: Cycle): ModeReport {
  const { planned, replanned, orphans } = cycled;
  return {
    ...cycleTable(cycled),
    notes: [],
    problems: [
      ...problemsOf(planned.report),
      ...driftOf(replanned),
      ...problemsOf(replanned.report),
      ...orphans.map(orphan),
    ],
  };
}

function driftOf({ stacks }: ReplannedEnvironment): readonly string[] {
  return Object.entries(stacks).flatMap(([stack, { drift }]) =>
    drift.map((change) => `${stack}: the second plan would change ${change}`),
  );
}

function orphan(id: string): string {
  return `left behind when all was destroyed: ${id}`;
}

function kindsOf(requests: readonly AnsweredRequest[]): string {
  return faultKinds.map((kind) => `${requests.filter(({ fault }) => fault === kind).length} ${kind}`).join(', ');
}
