import { loadEnvironment, synthesize } from '@iris-azure/stacks';
import { type AnsweredRequest, type StandIn, startStandIn } from '@iris-azure/stand-in';
import { appendFileSync, writeFileSync } from 'node:fs';
import { adapt, type AdaptedStack } from './adapt';
import { constructPaths, type FindConstruct } from './construct-paths';
import { type Engine } from './engine';
import { oneRoot } from './one-root';
import { prerequisites } from './prerequisites';
import { programEnvironment } from './program-environment';
import { type Progress } from './progress';
import { type Provider } from './provider';
import { variablesOf } from './variables';
import {
  emptyWorkspace,
  readStacks,
  tidyWorkspace,
  type Workspace,
  workspaceOf,
  writeRoot,
  writeStacks,
} from './workspace';

/** What is rehearsed, and by which programs. */
export interface RehearsalOptions {
  /** Name of the environment. */
  readonly environment: string;
  readonly engine: Engine;
  readonly provider: Provider;
  /** Name of the folder below `.cache/rehearsal` for its files. */
  readonly folder: string;
  /** Tells how far it has come. */
  readonly progress: Progress;
  /** Ends the rehearsal when it is aborted. */
  readonly signal: AbortSignal;
}

/** A rehearsal whose stacks are synthesized and whose stand-in answers. */
export interface Rehearsal extends RehearsalOptions {
  /** Stacks with the settings of the rehearsal, in the order in which they are deployed. */
  readonly stacks: readonly AdaptedStack[];
  readonly workspace: Workspace;
  readonly standIn: StandIn;
  /** Ids of what is there before anything is deployed. */
  readonly existing: ReadonlySet<string>;
  /** Requests that were made to fail. */
  readonly failedOnPurpose: readonly AnsweredRequest[];
  /** Environment of the programs. */
  readonly env: NodeJS.ProcessEnv;
  readonly findConstruct: FindConstruct;
}

/**
 * Synthesizes an environment, starts the stand-in, and rehearses; ends the stand-in and removes all files but the plans,
 * however the rehearsal ends.
 *
 * @throws EnvironmentError, Refusal when the environment cannot be synthesized.
 */
export async function withRehearsal<Result>(
  options: RehearsalOptions,
  rehearse: (rehearsal: Rehearsal) => Promise<Result>,
): Promise<Result> {
  const { environment, folder, engine, provider } = options;
  const workspace = workspaceOf(folder);
  emptyWorkspace(workspace);
  const failedOnPurpose: AnsweredRequest[] = [];
  const standIn = await startStandIn({
    existing: prerequisites(loadEnvironment(environment)),
    onAnswer: (request) => {
      const { method, host, path, status, fault = '' } = request;
      appendFileSync(
        workspace.requests,
        `${new Date().toISOString()} ${method} ${host}${path} ${status} ${fault}`.trimEnd() + '\n',
      );
      if (request.fault) {
        failedOnPurpose.push(request);
      }
    },
  });
  const existing = new Set(standIn.resources().map(({ id }) => id));
  try {
    writeFileSync(workspace.certificate, standIn.certificate);
    const order = synthesize({ environment, outdir: workspace.synthesized }).stacks.map(({ name }) => name);
    const stacks = readStacks(workspace.synthesized)
      .map((stack) => adapt(stack, { azurermVersion: provider.version, stateFolder: workspace.states }))
      .sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
    writeStacks(stacks, workspace);
    writeRoot(oneRoot(stacks), workspace.root);
    return await rehearse({
      ...options,
      stacks,
      workspace,
      standIn,
      existing,
      failedOnPurpose,
      env: programEnvironment({
        own: process.env,
        engine,
        provider,
        standIn: standIn.environment(workspace.certificate),
        variables: variablesOf(stacks, process.env),
      }),
      findConstruct: constructPaths(stacks),
    });
  } finally {
    await standIn.close();
    tidyWorkspace(workspace);
  }
}
