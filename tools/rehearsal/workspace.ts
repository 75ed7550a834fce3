import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Configuration, type Stack } from './configuration';
import { type OneRoot } from './one-root';

/** The files of a rehearsal. */
export interface Workspace {
  readonly folder: string;
  /** What the stacks synthesize to, as a user would deploy it. */
  readonly synthesized: string;
  /** The same with the settings of the rehearsal: what `cdktf deploy` gets. */
  readonly adapted: string;
  /** All stacks as modules of one configuration. */
  readonly root: string;
  /** Terraform's states, one for each stack. */
  readonly states: string;
  /** Plans in JSON: `plan.json` of the whole environment before it exists, and one of each stack after it does. */
  readonly plans: string;
  /** Requests that the stand-in has answered, one on each line: method, address, status, and what was made to go wrong. */
  readonly requests: string;
  /** Certificate of the stand-in. */
  readonly certificate: string;
  /** What a shell needs in its environment to reach the stand-in. */
  readonly environment: string;
}

/** Files of a rehearsal, which is called as its environment unless there are two at a time. */
export function workspaceOf(name: string): Workspace {
  const folder = path.resolve('.cache', 'rehearsal', name);
  const within = (file: string) => path.join(folder, file);
  return {
    folder,
    synthesized: within('synthesized'),
    adapted: within('adapted'),
    root: within('root'),
    states: within('states'),
    plans: within('plans'),
    requests: within('requests.log'),
    certificate: within('stand-in.pem'),
    environment: within('environment.sh'),
  };
}

/** Removes what an earlier rehearsal left, and makes the folders. */
export function emptyWorkspace({ folder, adapted, root, states, plans }: Workspace): void {
  rmSync(folder, { recursive: true, force: true });
  [adapted, root, states, plans].forEach((each) => mkdirSync(each, { recursive: true }));
}

/** Removes all but plans and logs. */
export function tidyWorkspace({ adapted, root, states, synthesized, certificate, environment }: Workspace): void {
  for (const each of [adapted, root, states, synthesized, certificate, environment]) {
    rmSync(each, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly stacks: Readonly<Record<string, ManifestStack>>;
}

interface ManifestStack {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly synthesizedStackPath: string;
}

/** Reads what cdktf synthesized, stacks in the order of their names. */
export function readStacks(outdir: string): readonly Stack[] {
  return Object.values(readManifest(outdir).stacks)
    .map(({ name, dependencies, synthesizedStackPath }) => ({
      name,
      dependencies,
      configuration: JSON.parse(readFileSync(path.join(outdir, synthesizedStackPath), 'utf8')) as Configuration,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readManifest(outdir: string): Manifest {
  return JSON.parse(readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as Manifest;
}

/** Writes stacks beside a manifest, as `cdktf deploy --skip-synth` reads them. */
export function writeStacks(stacks: readonly Stack[], { synthesized, adapted }: Workspace): void {
  const manifest = readManifest(synthesized);
  writeJson(path.join(adapted, 'manifest.json'), manifest);
  stacks.forEach(({ name, configuration }) => {
    writeJson(path.join(adapted, manifest.stacks[name]?.synthesizedStackPath ?? ''), configuration);
  });
}

/** Writes a root configuration and its modules. */
export function writeRoot({ root, modules }: OneRoot, folder: string): void {
  writeJson(path.join(folder, 'main.tf.json'), root);
  modules.forEach(({ name, configuration }) => {
    writeJson(path.join(folder, 'modules', name, 'main.tf.json'), configuration);
  });
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
