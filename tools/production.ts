import { readEstate } from '@iris-azure/estate';
import { promisesOf } from '@iris-azure/foundation';
import { formatText, loadGate } from '@iris-azure/gate';
import { loadEnvironment, synthesize } from '@iris-azure/stacks';
import { formatProduction } from './production-report';
import { withProgress } from './progress.mjs';
import { userMessage } from './user-message';

const environment = 'trakcare-prod';

const outdir = 'cdktf.out';

/** The main job: synthesizes TrakCare production, gates it, and reports. Returns the exit code. */
async function main(): Promise<number> {
  const start = performance.now();
  const { stacks } = await withProgress(`Synthesizing ${environment}`, () => synthesize({ environment, outdir }));
  const report = await withProgress('Judging it by every rule', async () =>
    (await loadGate()).judge(readEstate([outdir]), [outdir]),
  );
  const seconds = (performance.now() - start) / 1000;
  const promises = promisesOf(loadEnvironment(environment)).users;
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const findings = report.summary.failed + report.summary.undecided > 0 ? formatText(report, { color }) : '';
  process.stdout.write(formatProduction({ environment, outdir, stacks, promises, report, findings, seconds }, color));
  return report.summary.failed > 0 ? 1 : 0;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${userMessage(error)}\n`);
    process.exitCode = 2;
  },
);
