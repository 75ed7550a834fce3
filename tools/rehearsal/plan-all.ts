import { type Report } from '@iris-azure/gate';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { judge } from './judge';
import { type PlanDocument, plannedAddresses } from './plan-document';
import { splitAddress } from './provider-error';
import { type Rehearsal } from './rehearsal';
import { init, plan, validate } from './terraform';

/** An environment that has been planned as a whole, before any of it exists. */
export interface PlannedEnvironment {
  /** Number of resources to be created, by stack. */
  readonly resources: Readonly<Record<string, number>>;
  /** What the gate says of the plan. */
  readonly report: Report;
}

/** Validates and plans all stacks as one configuration, and gates the plan. */
export async function planAll(rehearsal: Rehearsal): Promise<PlannedEnvironment> {
  const { environment, engine, provider, progress, stacks, workspace } = rehearsal;
  const folder = { path: workspace.root, title: environment };
  const text = await progress(
    `Planning ${environment} by ${engine.name} ${engine.version} and azurerm ${provider.version}`,
    async () => {
      await init(rehearsal, folder);
      await validate(rehearsal, folder);
      return plan(rehearsal, folder);
    },
  );
  const file = path.join(workspace.plans, 'plan.json');
  writeFileSync(file, text);
  const addresses = plannedAddresses(JSON.parse(text) as PlanDocument);
  const inStack = (name: string) => addresses.filter((address) => splitAddress(address).stack === name).length;
  return {
    resources: Object.fromEntries(stacks.map(({ name }) => [name, inStack(name)])),
    report: await progress('Judging the plan', () => judge(environment, [file])),
  };
}
