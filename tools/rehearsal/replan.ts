import { type Report } from '@iris-azure/gate';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { judge } from './judge';
import { changesOf, type PlanDocument, plannedAddresses } from './plan-document';
import { type Rehearsal } from './rehearsal';
import { plan } from './terraform';

/** A deployed stack that has been planned again. */
export interface ReplannedStack {
  readonly resources: number;
  /** What the plan would change, although nothing has changed. */
  readonly drift: readonly string[];
}

/** A deployed environment, each of whose stacks has been planned again. */
export interface ReplannedEnvironment {
  readonly stacks: Readonly<Record<string, ReplannedStack>>;
  /** What the gate says of the plans, in which all values are known. */
  readonly report: Report;
}

/** Plans each deployed stack again, and gates the plans. */
export async function replan(rehearsal: Rehearsal): Promise<ReplannedEnvironment> {
  const { environment, progress, stacks, workspace } = rehearsal;
  const replanned: Record<string, ReplannedStack> = {};
  const files: string[] = [];
  await progress('Planning each stack again', async (tell) => {
    for (const { name } of stacks) {
      tell(name);
      const text = await plan(rehearsal, {
        path: path.join(workspace.adapted, 'stacks', name),
        title: name,
        stack: name,
      });
      const file = path.join(workspace.plans, `${name}.plan.json`);
      writeFileSync(file, text);
      files.push(file);
      const document = JSON.parse(text) as PlanDocument;
      replanned[name] = { resources: plannedAddresses(document).length, drift: changesOf(document) };
    }
  });
  return { stacks: replanned, report: await progress('Judging the plans', () => judge(environment, files)) };
}
