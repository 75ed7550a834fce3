import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Environment, EnvironmentError, readEnvironment, stackName } from '@iris-azure/foundation';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { type EnvironmentStacks } from './architecture';
import { deploymentOf } from './deployment';
import { addHealthShare } from './healthshare';
import { addIris } from './iris';
import { addTrakCare } from './trakcare';

/** Folder of the environment files. */
export const environmentsFolder = path.resolve(__dirname, '..', 'environments');

const extension = '.yaml';

/** Names of all environments, each that of its file. */
export function environmentNames(): string[] {
  return readdirSync(environmentsFolder)
    .filter((file) => file.endsWith(extension))
    .map((file) => path.basename(file, extension))
    .sort();
}

/**
 * Reads one of the environments.
 *
 * @throws EnvironmentError when there is no environment of that name, or its file is wrong.
 */
export function loadEnvironment(name: string): Environment {
  if (!environmentNames().includes(name)) {
    throw new EnvironmentError(`environment must be one of ${environmentNames().join(', ')}, got '${name}'`);
  }
  const file = path.relative(process.cwd(), path.join(environmentsFolder, name + extension));
  const values = readEnvironment(file);
  const stacks = stackName(deploymentOf(values), '*');
  if (stacks !== `${name}-*`) {
    throw new EnvironmentError(
      `${file}: file must be named after its workload and environment, whose stacks are ${stacks}`,
    );
  }
  return values;
}

/** Adds the stacks of the blueprint that an environment names. */
export function addBlueprint(app: App, environment: Environment): EnvironmentStacks {
  switch (environment.blueprint) {
    case 'iris':
      return addIris(app, environment);
    case 'trakcare':
      return addTrakCare(app, environment);
    case 'healthshare':
      return addHealthShare(app, environment);
  }
}

/** What to synthesize, and where to. */
export interface SynthesizeOptions {
  /** Name of the environment. */
  readonly environment: string;
  /** Folder for the Terraform files, made if it does not exist. */
  readonly outdir: string;
}

/** What a synthesis wrote. */
export interface Synthesis {
  /** Stacks in deployment order, each with the number of its resources. */
  readonly stacks: readonly { readonly name: string; readonly resources: number }[];
}

/**
 * Synthesizes all stacks of one environment, without the cdktf command line. Nothing is written, and nothing that was
 * there is lost, unless every construct and every validation accepts.
 *
 * @throws EnvironmentError when there is no environment of that name, or its file is wrong.
 * @throws Refusal when a construct cannot use the environment's values.
 */
export function synthesize({ environment, outdir }: SynthesizeOptions): Synthesis {
  const values = loadEnvironment(environment);
  const draft = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  try {
    const app = new App({ outdir: draft });
    addBlueprint(app, values);
    app.synth();
    cpSync(draft, outdir, { recursive: true });
    return { stacks: stacksOf(app) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function stacksOf(app: App): Synthesis['stacks'] {
  return app.node.children
    .filter((child) => TerraformStack.isStack(child))
    .map((stack) => ({
      name: stack.node.id,
      resources: stack.node.findAll().filter((construct) => TerraformResource.isTerraformResource(construct)).length,
    }));
}
