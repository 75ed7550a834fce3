import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CdktfOutput, type StackLog } from './cdktf-output';
import { stepFailed } from './provider-error';
import { type Rehearsal } from './rehearsal';
import { run } from './run';

const { resolve } = createRequire(__filename);

/** The stock command line of cdktf. */
const cdktf = path.join(path.dirname(resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf');

const options = [
  '--skip-synth',
  '--auto-approve',
  '--skip-provider-lock',
  '--no-color',
  // The provider waits minutes for each alert and diagnostic setting to settle, whatever it is told: so let it wait for all at once.
  '--terraform-parallelism=100',
];

/** What a run of cdktf may do. */
export type CdktfCommand = 'deploy' | 'destroy';

/** What a run of cdktf came to. */
export interface CdktfRun {
  readonly logs: readonly StackLog[];
  /** Why it failed; nothing when all went well. */
  readonly failure?: Error;
}

/** Deploys or destroys stacks by `cdktf`, and tells how many resources are done. */
export async function runCdktf(
  command: CdktfCommand,
  stacks: readonly string[],
  { workspace, env, signal, findConstruct, stacks: all }: Rehearsal,
  tell: (detail: string) => void,
): Promise<CdktfRun> {
  const output = new CdktfOutput(stacks);
  // With this option cdktf runs what it is given without those that it depends on, and all at once.
  const alone = stacks.length < all.length ? ['--ignore-missing-stack-dependencies'] : [];
  const { status, output: text } = await run(
    process.execPath,
    [cdktf, command, ...stacks, ...options, ...alone, '--output', workspace.adapted],
    {
      cwd: process.cwd(),
      env,
      signal,
      onLine: (line) => {
        output.read(line, performance.now());
        tell(`${output.stackLogs.reduce((sum, { done }) => sum + done.length, 0)} resources`);
      },
    },
  );
  writeFileSync(path.join(workspace.folder, `cdktf-${command}.log`), text);
  return {
    logs: output.stackLogs,
    ...(status !== 0 && { failure: stepFailed(`cdktf ${command}`, output.errors, text, findConstruct) }),
  };
}
