import { diagnosticErrors } from './diagnostics';
import { stepFailed } from './provider-error';
import { type Rehearsal } from './rehearsal';
import { run, type RunOptions } from './run';

/** A folder with a configuration, and how it is called in messages. */
export interface Folder {
  readonly path: string;
  readonly title: string;
  /** Stack that it holds; nothing when it holds all as modules. */
  readonly stack?: string;
}

/** Makes a folder ready to be planned. */
export async function init(rehearsal: Rehearsal, folder: Folder): Promise<void> {
  await terraform(rehearsal, folder, ['init', '-input=false', '-no-color']);
}

/** Checks a folder's configuration against the provider's schema. */
export async function validate(rehearsal: Rehearsal, folder: Folder): Promise<void> {
  await terraform(rehearsal, folder, ['validate', '-no-color']);
}

/** Plans a folder and returns the plan in JSON. */
export async function plan(rehearsal: Rehearsal, folder: Folder, onLine?: RunOptions['onLine']): Promise<string> {
  await terraform(rehearsal, folder, ['plan', '-input=false', '-json', '-out=rehearsal.tfplan'], onLine);
  return terraform(rehearsal, folder, ['show', '-json', 'rehearsal.tfplan']);
}

/**
 * Runs Terraform, or OpenTofu, in a folder and returns its standard output.
 *
 * @throws RehearsalError with what it, or the provider, said when it fails.
 */
async function terraform(
  { engine, env, signal, findConstruct }: Rehearsal,
  { path, title, stack }: Folder,
  args: readonly [command: string, ...options: string[]],
  onLine?: RunOptions['onLine'],
): Promise<string> {
  const { status, stdout, output } = await run(engine.program, args, { cwd: path, env, signal, onLine });
  if (status !== 0) {
    const errors = diagnosticErrors(output).map((error) => ({ stack, ...error }));
    throw stepFailed(`${engine.name} ${args[0]} of ${title}`, errors, output, findConstruct);
  }
  return stdout;
}
