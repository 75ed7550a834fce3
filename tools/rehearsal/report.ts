import { createColors } from 'picocolors';
import { table } from '../table';
import { type StackLog } from './cdktf-output';
import { type Cycle } from './cycle';
import { findingsOf } from './judge';
import { type PlannedEnvironment } from './plan-all';

/** One stack in the table of a rehearsal. */
export type Row = readonly [stack: string, ...figures: (string | number)[]];

/** What a rehearsal came to. */
export interface RehearsalReport {
  /** What was rehearsed and how, in one line. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** What a reader should know besides. */
  readonly notes: readonly string[];
  /** What is wrong; nothing when the rehearsal passed. */
  readonly problems: readonly string[];
}

/** The report of a rehearsal, for a person at a terminal. */
export function formatRehearsal({ title, header, rows, notes, problems }: RehearsalReport, color: boolean): string {
  const { bold, dim, green, red } = createColors(color);
  const verdict =
    problems.length > 0 ? bold(red('The rehearsal found what must be mended.')) : bold(green('The rehearsal passed.'));
  return [
    bold(title),
    '',
    ...table(header, rows),
    '',
    ...notes.map((note) => `  ${dim(note)}`),
    '',
    verdict,
    ...problems.map((problem) => `  ${problem}`),
    '',
  ].join('\n');
}

/** Table of an environment that was planned. */
export function plannedTable({ resources, report }: PlannedEnvironment): Pick<RehearsalReport, 'header' | 'rows'> {
  const rows = Object.entries(resources).map(([stack, count]): Row => [stack, count, findingsOf(stack, report)]);
  return { header: ['stack', 'resources', 'findings'], rows: [...rows, totals(rows)] };
}

/** Table of an environment that was deployed, planned again, and destroyed. Stacks that can be are deployed side by side. */
export function cycleTable({ deployed, replanned, destroyed }: Cycle): Pick<RehearsalReport, 'header' | 'rows'> {
  const rows = Object.entries(replanned.stacks).map(([stack, { resources, drift }]): Row => [
    stack,
    resources,
    drift.length,
    findingsOf(stack, replanned.report),
    secondsOf(stack, deployed),
    secondsOf(stack, destroyed),
  ]);
  return {
    header: ['stack', 'resources', 'drift', 'findings', 'deployed in s', 'destroyed in s'],
    rows: [...rows, [...totals(rows.map((row) => row.slice(0, 4) as unknown as Row)), span(deployed), span(destroyed)]],
  };
}

function totals(rows: readonly Row[]): Row {
  const [first] = rows;
  const columns = (first?.length ?? 1) - 1;
  const sums = Array.from({ length: columns }, (_column, index) =>
    rows.reduce((sum, row) => sum + Number(row[index + 1]), 0),
  );
  return ['total', ...sums];
}

function secondsOf(stack: string, logs: readonly StackLog[]): string {
  return span(logs.filter(({ name }) => name === stack));
}

/** Seconds from the first line of some logs to their last. */
function span(logs: readonly StackLog[]): string {
  const start = Math.min(...logs.map((log) => log.start));
  const end = Math.max(...logs.map((log) => log.end));
  return logs.length > 0 ? ((end - start) / 1000).toFixed(1) : '-';
}
