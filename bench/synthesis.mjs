// Synthesis: all environments in one process, and one environment against the same Terraform made with bare cdktf, which is
// what the constructs cost. The bare program is written from what the environment synthesizes, and must synthesize the same.
// Each run is in a process of its own, ours and bare in turns. Prints two Markdown tables; exits 1 above a limit.
//
//   node bench/synthesis.mjs [--runs 9] [--environment trakcare-prod]
import { deepStrictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bareProgram } from './lib/bare-program.mjs';
import { median } from './lib/median.mjs';
import { synthesized } from './lib/synthesized.mjs';

const SECONDS_LIMIT = 6;
const RATIO_LIMIT = 1.3;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, environment: { type: 'string', default: 'trakcare-prod' } },
});
const runs = Number(options.runs);
const { environment } = options;
const folder = mkdtempSync(join(tmpdir(), 'synthesis-bench-'));

try {
  const all = timesOf(() => seconds('synthesize-once.mjs', 'all', join(folder, 'all')));
  const program = writeBareProgram();
  const ours = [];
  const bare = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(synthesizeOurs());
    bare.push(seconds('run-bare.mjs', program, join(folder, 'bare')));
  }
  const ratio = median(ours) / median(bare);
  print(all, ours, bare, ratio);
  process.exitCode = median(all) <= SECONDS_LIMIT && ratio <= RATIO_LIMIT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function synthesizeOurs() {
  return seconds('synthesize-once.mjs', environment, join(folder, 'ours'));
}

/** Writes the bare program where it finds cdktf and the bindings, and sees that it does the same work. */
function writeBareProgram() {
  synthesizeOurs();
  const wanted = synthesized(join(folder, 'ours'));
  const cache = join(root, '.cache', 'bench');
  mkdirSync(cache, { recursive: true });
  const program = join(cache, `${environment}.cjs`);
  writeFileSync(program, bareProgram(wanted));
  seconds('run-bare.mjs', program, join(folder, 'bare'));
  deepStrictEqual(synthesized(join(folder, 'bare')), wanted, 'the bare program synthesizes something else');
  return program;
}

function timesOf(work) {
  work(); // To warm the disk cache; not counted.
  return Array.from({ length: runs }, work);
}

/** The seconds that a program of bench/lib says it took. */
function seconds(program, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'lib', program), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr.trim()}`);
  return Number(stdout);
}

function print(all, ours, bare, ratio) {
  const figures = (times) => [median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(2));
  const row = (what, times, limit) => console.log(`| ${[what, ...figures(times), limit].join(' | ')} |`);
  console.log('| synthesis | median (s) | fastest (s) | slowest (s) | limit |');
  console.log('|---|---:|---:|---:|---:|');
  row('all environments in one process', all, `${SECONDS_LIMIT} s`);
  row(`${environment} with bare cdktf`, bare, '');
  row(environment, ours, `${RATIO_LIMIT} × bare`);
  const resources = Object.values(synthesized(join(folder, 'ours'))).flatMap((stack) =>
    Object.values(stack.resource ?? {}).flatMap(Object.keys),
  ).length;
  console.log(
    `\n${resources} resources of ${environment} take ${ratio.toFixed(2)} × as long as with bare cdktf. ${runs} runs each.`,
  );
}
