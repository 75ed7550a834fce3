// Synthesis: all environments in one process, and one environment against the same Terraform made with bare cdktf, which is
// what the constructs cost. The bare program is written from what the environment synthesizes, and must synthesize the same.
// Each run is in a process of its own, ours and bare in turns, and compared by the time of the processor, which depends less
// on what else the machine does. Prints a Markdown table; exits 1 above a limit.
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
  const program = writeBareProgram();
  const rounds = Array.from({ length: runs }, () => ({ ours: synthesizeOurs(), bare: runBare(program) }));
  timesOf('synthesize-environments.mjs', join(folder, 'all')); // To warm the disk cache; not counted.
  const all = Array.from({ length: runs }, () => timesOf('synthesize-environments.mjs', join(folder, 'all')));
  const seconds = median(all.map(({ load, use }) => load + use));
  const ratio = median(rounds.map(({ ours, bare }) => ours.processor / bare.processor));
  print(all, rounds, ratio);
  process.exitCode = seconds <= SECONDS_LIMIT && ratio <= RATIO_LIMIT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes the bare program where it finds cdktf and the bindings, and sees that it does the same work. */
function writeBareProgram() {
  synthesizeOurs();
  const wanted = synthesized(join(folder, 'ours'));
  const cache = join(root, '.cache', 'bench');
  mkdirSync(cache, { recursive: true });
  const program = join(cache, `${environment}.cjs`);
  writeFileSync(program, bareProgram(wanted));
  runBare(program);
  deepStrictEqual(synthesized(join(folder, 'bare')), wanted, 'the bare program synthesizes something else');
  return program;
}

function synthesizeOurs() {
  return timesOf('synthesize-environments.mjs', join(folder, 'ours'), environment);
}

function runBare(program) {
  return timesOf('run-bare.mjs', program, join(folder, 'bare'));
}

/** The times that a program of bench/lib prints. */
function timesOf(program, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'lib', program), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

function print(all, rounds, ratio) {
  console.log('| synthesis | loading (s) | synthesis (s) | together (s) | processor of synthesis (s) | limit |');
  console.log('|---|---:|---:|---:|---:|---:|');
  const row = (what, times, limit) => {
    const seconds = [
      times.map(({ load }) => load),
      times.map(({ use }) => use),
      times.map(({ load, use }) => load + use),
      times.map(({ processor }) => processor),
    ].map((column) => median(column).toFixed(2));
    console.log(`| ${[what, ...seconds, limit].join(' | ')} |`);
  };
  const ours = rounds.map((round) => round.ours);
  const bare = rounds.map((round) => round.bare);
  row('all environments in one process', all, `${SECONDS_LIMIT} s together`);
  row(environment, ours, `${RATIO_LIMIT} × bare`);
  row(`the same ${count()} resources with bare cdktf`, bare, '');
  console.log(`\nMedians of ${runs} runs. Synthesis takes ${ratio.toFixed(2)} × as long as with bare cdktf.`);
}

function count() {
  const stacks = Object.values(synthesized(join(folder, 'ours')));
  return stacks.flatMap(({ resource = {} }) => Object.values(resource).flatMap(Object.keys)).length;
}
