import { type CdktfCommand, runCdktf } from './cdktf';
import { type StackLog } from './cdktf-output';
import { type Rehearsal } from './rehearsal';

/**
 * Deploys or destroys all stacks by the stock cdktf, each when those that it depends on are there, or gone.
 *
 * @throws RehearsalError with what the provider said when a stack fails.
 */
export async function runAll(command: CdktfCommand, rehearsal: Rehearsal): Promise<readonly StackLog[]> {
  const { environment, progress, stacks } = rehearsal;
  const title = { deploy: 'Deploying', destroy: 'Destroying' }[command];
  const { logs, failure } = await progress(`${title} ${environment} by cdktf ${command}`, (tell) =>
    runCdktf(
      command,
      stacks.map(({ name }) => name),
      rehearsal,
      tell,
    ),
  );
  if (failure) {
    throw failure;
  }
  return logs;
}

/** Ids of what is there although no stack is deployed. What an environment takes for granted is not left behind. */
export function leftBehind({ standIn, existing }: Rehearsal): readonly string[] {
  return standIn
    .resources()
    .map(({ id }) => id)
    .filter((id) => !existing.has(id));
}
