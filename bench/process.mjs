// What a user waits for: the gate as a whole process, `npm start` after installation, and synthesis in process.
// Medians of several runs, each in a process of its own. Prints a Markdown table; exits 1 above a limit.
//
//   node bench/process.mjs [--runs 5] [--environment trakcare-prod] [--skip-start]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/median.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    environment: { type: 'string', default: 'trakcare-prod' },
    'skip-start': { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const folder = mkdtempSync(join(tmpdir(), 'process-bench-'));

const gate = [process.execPath, [join(root, 'packages/gate/bin/iris-gate.js'), folder]];
const synthesis = [process.execPath, [join(root, 'bench/lib/synthesize-once.mjs'), options.environment, folder]];
const measures = [
  { what: `synthesis of ${options.environment}, in process`, limit: 2, seconds: () => Number(run(...synthesis)) },
  { what: '`iris-gate` on what was synthesized, whole process', limit: 0.8, seconds: () => timed(...gate) },
  ...(options['skip-start']
    ? []
    : [{ what: '`npm start`, after installation', limit: 8, seconds: () => timed('npm', ['start', '--silent']) }]),
];

try {
  console.log('| what | median (s) | fastest (s) | slowest (s) | limit (s) |');
  console.log('|---|---:|---:|---:|---:|');
  for (const { what, limit, seconds } of measures) {
    seconds(); // To warm the disk cache; not counted.
    const times = Array.from({ length: runs }, seconds);
    const figures = [median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(2));
    console.log(`| ${what} | ${figures.join(' | ')} | ${limit} |`);
    if (median(times) > limit) process.exitCode = 1;
  }
  console.log(`\n${runs} runs each, Node ${process.versions.node}, ${process.platform} ${process.arch}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function timed(command, args) {
  const start = performance.now();
  run(command, args);
  return (performance.now() - start) / 1000;
}

/** Runs a command to its end; one that does not do its work must not be measured. */
function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // The gate's 1 is a verdict: it has done its work.
  if (status === 0 || (status === 1 && args === gate[1])) return stdout;
  throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr.trim()}`);
}
