// Sizing: what the catalogues add to a synthesis, whose sizes are looked up in them; and the plan of a mirror from its workload,
// the first of a process, which looks at every size, and those after it. First uses are each in a process of its own.
// Prints a Markdown table; exits 1 above a limit.
//
//   node bench/sizing.mjs [--runs 9] [--plans 600]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/median.mjs';
import { planOf } from './lib/sizing-workloads.mjs';

const catalogues = ['machine-sizes.json', 'retirements.json', 'offers.json', 'disks.json'];
const CATALOGUES_LIMIT = 20;
const PLAN_LIMIT = 5;

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, plans: { type: 'string', default: '600' } },
});
const [runs, plans] = [Number(options.runs), Number(options.plans)];
const { planMirror } = createRequire(import.meta.url)('@iris-azure/sizing');

firstUses(); // To warm the disk cache; not counted.
const first = Array.from({ length: runs }, firstUses);
const together = first.map((times) => catalogues.reduce((sum, name) => sum + times[name], 0));
const cold = first.map((times, run) => together[run] + times.plan);
for (let index = 0; index < plans; index++) planOf(planMirror, index); // What is compiled is warm; not counted.
const warm = Array.from({ length: plans }, (_, index) => planTime(index));

console.log('| sizing | median (ms) | fastest (ms) | slowest (ms) | limit (ms) |');
console.log('|---|---:|---:|---:|---:|');
for (const name of catalogues) {
  row(
    `first use of ${name}`,
    first.map((times) => times[name]),
  );
}
row('all catalogues, which is what a synthesis takes', together, CATALOGUES_LIMIT);
row('first plan of a mirror, with the catalogues', cold);
row('each plan after it', warm, PLAN_LIMIT);
console.log(
  `\n${runs} processes and ${plans} plans, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
);

function row(what, times, limit) {
  const figures = [median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(2));
  console.log(`| ${[what, ...figures, limit ?? ''].join(' | ')} |`);
  if (limit !== undefined && median(times) > limit) process.exitCode = 1;
}

function planTime(index) {
  const start = performance.now();
  planOf(planMirror, index);
  return performance.now() - start;
}

/** Milliseconds of each first use, in a process of its own. */
function firstUses() {
  const program = fileURLToPath(new URL('lib/first-uses.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`first-uses.mjs failed: ${stderr.trim()}`);
  return JSON.parse(stdout);
}
