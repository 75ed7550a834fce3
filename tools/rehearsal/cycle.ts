import { type Resource } from '@iris-azure/stand-in';
import { type StackLog } from './cdktf-output';
import { leftBehind, runAll } from './deploy';
import { planAll, type PlannedEnvironment } from './plan-all';
import { type Rehearsal } from './rehearsal';
import { replan, type ReplannedEnvironment } from './replan';

/** What was done to an environment from its first plan to its end, and what was seen of it. */
export interface Cycle {
  readonly planned: PlannedEnvironment;
  readonly deployed: readonly StackLog[];
  readonly replanned: ReplannedEnvironment;
  /** What there was when all was deployed. */
  readonly resources: readonly Resource[];
  readonly destroyed: readonly StackLog[];
  /** Ids of what there was when all was destroyed. */
  readonly orphans: readonly string[];
}

/** Plans, deploys, plans again and destroys an environment. */
export async function cycle(rehearsal: Rehearsal): Promise<Cycle> {
  const planned = await planAll(rehearsal);
  const deployed = await runAll('deploy', rehearsal);
  const replanned = await replan(rehearsal);
  const resources = rehearsal.standIn.resources();
  const destroyed = await runAll('destroy', rehearsal);
  return { planned, deployed, replanned, resources, destroyed, orphans: leftBehind(rehearsal) };
}
