// How the gate's time grows with the size of an estate: a plan of 33 resources, repeated to 1,000 and to 10,000.
// Reading the plan from disk and judging it, in one process. Prints a Markdown table; exits 1 above the limit.
//
// Each round judges the small estate ten times and the large one once, so that both do the same amount of work at the
// same time: what else the machine does meanwhile weighs on both alike. Garbage is collected before each judgement, so
// that none pays for what the one before it left: the gate is a process that judges once.
//
//   node bench/gate-scaling.mjs [ROUNDS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readEstate } from '@iris-azure/estate';
import { loadGate } from '@iris-azure/gate';
import { median } from './lib/median.mjs';
import { repeatPlan } from './lib/repeat-plan.mjs';

const SMALL = 1_000;
const LARGE = 10_000;
const GROWTH_LIMIT = 1.1;
const WARM_UP_ROUNDS = 2;
const rounds = Number(process.argv[2] ?? 9);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const gate = await loadGate();
const plan = JSON.parse(readFileSync(new URL('data/plan-33-resources.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'gate-scaling-'));
try {
  const files = [SMALL, LARGE].map(planOf);
  const measured = Array.from({ length: WARM_UP_ROUNDS + rounds }, () => [
    timed(files[0], LARGE / SMALL),
    timed(files[1], 1),
  ]).slice(WARM_UP_ROUNDS);
  const growth = median(measured.map(([small, large]) => perResource(large) / perResource(small)));
  print(measured, growth);
  process.exitCode = growth <= GROWTH_LIMIT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function planOf(size) {
  const file = join(folder, `plan-${size}.json`);
  writeFileSync(file, JSON.stringify(repeatPlan(plan, Math.ceil(size / plan.resource_changes.length))));
  return file;
}

/** The mean seconds of reading and of judging a plan, over some runs in a row. */
function timed(file, runs) {
  let read = 0;
  let judge = 0;
  let summary;
  for (let run = 0; run < runs; run += 1) {
    collectGarbage();
    const start = performance.now();
    const estate = readEstate([file]);
    const between = performance.now();
    ({ summary } = gate.judge(estate, { sources: [file] }));
    read += between - start;
    judge += performance.now() - between;
  }
  return { ...summary, read: read / runs / 1000, judge: judge / runs / 1000 };
}

function perResource({ read, judge, resources }) {
  return (read + judge) / resources;
}

function print(measured, growth) {
  console.log('| resources | rules | results | read (s) | judge (s) | together (s) | growth against linear |');
  console.log('|---:|---:|---:|---:|---:|---:|---:|');
  for (const [index, factor] of [1, growth].entries()) {
    const runs = measured.map((round) => round[index]);
    const { resources, rules, passed, failed, undecided } = runs[0];
    const counts = [resources, rules, passed + failed + undecided].map((count) => count.toLocaleString('en-US'));
    const seconds = [
      median(runs.map((run) => run.read)),
      median(runs.map((run) => run.judge)),
      median(runs.map((run) => run.read + run.judge)),
    ].map((time) => time.toFixed(3));
    console.log(`| ${counts.join(' | ')} | ${seconds.join(' | ')} | ${factor.toFixed(2)} × |`);
  }
  console.log(`\nMedians of ${measured.length} rounds. Limit: ${GROWTH_LIMIT} × linear.`);
}
