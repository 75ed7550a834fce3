// How the gate's time grows with the size of an estate: a plan of 33 resources, repeated to 1,000 and to 10,000.
// Reading the plan from disk and judging it, in one process. Prints a Markdown table; exits 1 above the limit.
//
//   node bench/gate-scaling.mjs [RUNS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './lib/median.mjs';
import { repeatPlan } from './lib/repeat-plan.mjs';

const SIZES = [1_000, 10_000];
const GROWTH_LIMIT = 1.1;
const runs = Number(process.argv[2] ?? 5);

const { readEstate } = await import('@iris-azure/estate');
const { loadGate } = await import('@iris-azure/gate');
const gate = await loadGate();

const plan = JSON.parse(readFileSync(new URL('data/plan-33-resources.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'gate-scaling-'));
try {
  const measured = SIZES.map((size) => measure(Math.ceil(size / plan.resource_changes.length)));
  const [small, large] = measured;
  const growth = large.seconds / small.seconds / (large.resources / small.resources);
  const ofLinear = [1, growth].map((factor) => `${factor.toFixed(2)} ×`);
  console.log(`| resources | rules | read (s) | judge (s) | together (s) | growth against linear |`);
  console.log('|---:|---:|---:|---:|---:|---:|');
  measured.forEach(({ resources, rules, read, judge, seconds }, index) => {
    const times = [read, judge, seconds].map((time) => time.toFixed(3)).join(' | ');
    console.log(`| ${resources.toLocaleString('en-US')} | ${rules} | ${times} | ${ofLinear[index]} |`);
  });
  console.log(`\nMedians of ${runs} runs. Limit: ${GROWTH_LIMIT} × linear; measured ${growth.toFixed(2)} ×.`);
  process.exitCode = growth <= GROWTH_LIMIT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(copies) {
  const file = join(folder, `plan-${copies}.json`);
  writeFileSync(file, JSON.stringify(repeatPlan(plan, copies)));
  const timed = [];
  // Two runs to warm up; they are not counted.
  for (let run = -2; run < runs; run += 1) {
    globalThis.gc?.();
    const start = performance.now();
    const estate = readEstate([file]);
    const between = performance.now();
    const { summary } = gate.judge(estate, [file]);
    const end = performance.now();
    if (run < 0) continue;
    timed.push({ read: (between - start) / 1000, judge: (end - between) / 1000, ...summary });
  }
  const of = (part) => median(timed.map(part));
  return {
    resources: timed[0].resources,
    rules: timed[0].rules,
    read: of((run) => run.read),
    judge: of((run) => run.judge),
    seconds: of((run) => run.read + run.judge),
  };
}
