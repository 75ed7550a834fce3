import { loadEnvironment } from '@iris-azure/stacks';
import { CommanderError } from 'commander';
import path from 'node:path';
import { oneAtATime } from '../one-at-a-time.mjs';
import { withProgress } from '../progress.mjs';
import { userMessage } from '../user-message';
import { readArguments } from './arguments';
import { obtainEngine } from './engine';
import { modes, type Mode } from './modes';
import { obtainProvider } from './provider';
import { RehearsalError } from './provider-error';
import { type RehearsalOptions } from './rehearsal';
import { formatRehearsal } from './report';

/** Rehearses the environments that the command line names, one after the other. Returns the exit code. */
async function main(signal: AbortSignal): Promise<number> {
  const { environments, mode, engine: wanted } = readArguments(process.argv.slice(2));
  environments.forEach(loadEnvironment);
  const engine = await obtainEngine(wanted);
  const provider = await obtainProvider(engine);
  let exitCode = 0;
  for (const environment of environments) {
    const lock = path.join('.cache', 'rehearsal', `${environment}.lock`);
    const options = { environment, folder: environment, engine, provider, progress: withProgress, signal };
    const passed = await oneAtATime(lock, () => rehearse(mode, options));
    exitCode = passed ? exitCode : 1;
  }
  return exitCode;
}

/** Rehearses one environment and reports; whether it passed. */
async function rehearse(mode: Mode, options: RehearsalOptions): Promise<boolean> {
  const start = performance.now();
  const report = await modes[mode](options);
  const { environment, engine, provider } = options;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const title = `${environment} rehearsed by ${engine.name} ${engine.version} and azurerm ${provider.version} in ${seconds} s`;
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  process.stdout.write(`${formatRehearsal({ title, ...report }, color)}\n`);
  return report.problems.length === 0;
}

const interrupted = new RehearsalError('Interrupted; nothing is left behind.');
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => controller.abort(interrupted));
}

main(controller.signal).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`${userMessage(error)}\n`);
    process.exitCode = error === interrupted ? 130 : 2;
  },
);
