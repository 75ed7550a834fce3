import { type AnsweredRequest } from '@iris-azure/stand-in';
import { runCdktf } from './cdktf';
import { type Cycle } from './cycle';
import { leftBehind, runAll } from './deploy';
import { everyRequestOnce } from './fault-plan';
import { type Rehearsal } from './rehearsal';
import { replan } from './replan';

/** What was done to an environment while requests failed, and what was seen of it. */
export interface FaultyCycle extends Pick<Cycle, 'replanned' | 'resources' | 'orphans'> {
  /** Requests that were made to fail. */
  readonly failedRequests: readonly AnsweredRequest[];
  /** Stacks whose first deployment failed. */
  readonly failedStacks: readonly string[];
}

/**
 * Deploys each stack while every request fails once, and once more while none does; plans again and destroys what came of it.
 *
 * @throws RehearsalError when the second deployment of a stack fails.
 */
export async function deployAgainstFaults(rehearsal: Rehearsal): Promise<FaultyCycle> {
  const failedStacks: string[] = [];
  for (const { name } of rehearsal.stacks) {
    if (await deployTwice(name, rehearsal)) {
      failedStacks.push(name);
    }
  }
  const replanned = await replan(rehearsal);
  const resources = rehearsal.standIn.resources();
  await runAll('destroy', rehearsal);
  return {
    failedRequests: rehearsal.failedOnPurpose,
    failedStacks,
    replanned,
    resources,
    orphans: leftBehind(rehearsal),
  };
}

/** Whether the first of two deployments failed. */
async function deployTwice(stack: string, rehearsal: Rehearsal): Promise<boolean> {
  const { progress, standIn } = rehearsal;
  standIn.faults.arm(everyRequestOnce);
  const first = await progress(`deploying ${stack} while every request fails once`, (tell) =>
    runCdktf('deploy', [stack], rehearsal, tell),
  );
  standIn.faults.disarm();
  const second = await progress(`deploying ${stack} again`, (tell) => runCdktf('deploy', [stack], rehearsal, tell));
  if (second.failure) {
    throw second.failure;
  }
  return first.failure !== undefined;
}
