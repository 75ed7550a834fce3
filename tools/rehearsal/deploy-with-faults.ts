import { withProgress } from '../progress.mjs';
import { runCdktf } from './cdktf';
import { everyRequestOnce } from './fault-plan';
import { type Rehearsal } from './rehearsal';

/** What came of a deployment in which requests failed. */
export interface FaultyDeployment {
  /** Stacks whose first deployment failed. */
  readonly failed: readonly string[];
}

/**
 * Deploys each stack while every request fails once, and once more while none does.
 *
 * @throws RehearsalError when the second deployment of a stack fails.
 */
export async function deployWithFaults(rehearsal: Rehearsal): Promise<FaultyDeployment> {
  const { environment, stacks, standIn } = rehearsal;
  const failed: string[] = [];
  await withProgress(`Deploying ${environment} while every request fails once`, async (tell) => {
    for (const { name } of stacks) {
      const tellOfStack = (detail: string) => tell(`${name} ${detail}`);
      standIn.faults.arm(everyRequestOnce);
      const first = await runCdktf('deploy', [name], rehearsal, tellOfStack);
      standIn.faults.disarm();
      const second = await runCdktf('deploy', [name], rehearsal, tellOfStack);
      if (second.failure) {
        throw second.failure;
      }
      if (first.failure) {
        failed.push(name);
      }
    }
  });
  return { failed };
}
