import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Environment, EnvironmentError, readEnvironment } from '@iris-azure/foundation';
import { App, TerraformResource, TerraformStack } from 'cdktf';
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
 * Adds the stacks of one environment to an application.
 *
 * @throws EnvironmentError when there is no environment of that name, or its file is wrong.
 */
export function addEnvironment(app: App, name: string): void {
  if (!environmentNames().includes(name)) {
    throw new EnvironmentError(`environment must be one of ${environmentNames().join(', ')}, got '${name}'`);
  }
  addBlueprint(app, readEnvironment(path.join(environmentsFolder, name + extension)));
}

const blueprints: Readonly<Record<Environment['blueprint'], (app: App, environment: Environment) => void>> = {
  trakcare: addTrakCare,
};

/** Adds the stacks of the blueprint that an environment names. */
export function addBlueprint(app: App, environment: Environment): void {
  blueprints[environment.blueprint](app, environment);
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
 * Synthesizes all stacks of one environment, without the cdktf command line. Nothing is written if a construct or a
 * validation refuses.
 *
 * @throws EnvironmentError when there is no environment of that name, or its file is wrong.
 */
export function synthesize({ environment, outdir }: SynthesizeOptions): Synthesis {
  const app = new App({ outdir });
  addEnvironment(app, environment);
  app.synth();
  return {
    stacks: app.node.children.filter(TerraformStack.isStack).map((stack) => ({
      name: stack.node.id,
      resources: stack.node.findAll().filter(TerraformResource.isTerraformResource).length,
    })),
  };
}
