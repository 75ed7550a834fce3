import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildTool } from './build-tool';
import { RehearsalError } from './provider-error';

/** A program that plans and applies. */
export interface Engine {
  readonly name: 'Terraform' | 'OpenTofu';
  /** Its file, or its name on PATH. */
  readonly program: string;
  readonly version: string;
}

/** Engines, as a user names them. */
export const engineNames = ['terraform', 'opentofu'] as const;

/** One of {@link engineNames}. */
export type EngineName = (typeof engineNames)[number];

interface Kind {
  readonly name: Engine['name'];
  readonly program: string;
  /** The first version with all that a rehearsal asks for, plans in JSON with their checks above all. */
  readonly atLeast: readonly [major: number, minor: number];
}

const kinds: Readonly<Record<EngineName, Kind>> = {
  terraform: { name: 'Terraform', program: 'terraform', atLeast: [1, 5] },
  opentofu: { name: 'OpenTofu', program: 'tofu', atLeast: [1, 6] },
};

/**
 * The engine that is asked for or, if none is, the one that is on PATH, Terraform first unless it is too old. OpenTofu that
 * is asked for and not on PATH is built by Go, once.
 *
 * @throws RehearsalError when there is none, or none that is new enough.
 */
export async function obtainEngine(wanted?: EngineName): Promise<Engine> {
  const tooOld: string[] = [];
  for (const kind of (wanted ? [wanted] : engineNames).map((name) => kinds[name])) {
    const engine = await findEngine(kind, kind.program);
    if (engine && isNewEnough(engine, kind)) {
      return engine;
    }
    if (engine) {
      tooOld.push(`${kind.name} must be ${kind.atLeast.join('.')} or later, got ${engine.version}`);
    }
  }
  if (wanted === 'opentofu' && tooOld.length === 0) {
    return buildOpenTofu();
  }
  const missing = wanted === 'terraform' ? 'Terraform is not on PATH' : 'Neither Terraform nor OpenTofu is on PATH';
  const problem = tooOld.length > 0 ? `${tooOld.join('; ')}; install a later one` : `${missing}; install one`;
  throw new RehearsalError(wanted === 'opentofu' ? problem : `${problem}, or let Go build OpenTofu: --engine opentofu`);
}

function isNewEnough({ version }: Engine, { atLeast: [wantedMajor, wantedMinor] }: Kind): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

async function buildOpenTofu(): Promise<Engine> {
  const program = await buildTool({
    name: 'tofu',
    package: 'github.com/opentofu/opentofu/cmd/tofu',
    directory: path.join(__dirname, 'opentofu'),
    flags: ['-ldflags=-s -w -X github.com/opentofu/opentofu/version.dev=no'],
  });
  const engine = await findEngine(kinds.opentofu, program);
  if (!engine) {
    throw new RehearsalError(`${program} has been built and cannot be run`);
  }
  return engine;
}

/** The engine that a program is; nothing when there is no such program. */
async function findEngine({ name }: Kind, program: string): Promise<Engine | undefined> {
  const version = await versionOf(program);
  return version === undefined ? undefined : { name, program, version };
}

/** What the program says of itself; nothing when there is no such program. */
async function versionOf(program: string): Promise<string | undefined> {
  try {
    // Its configuration is of no account here, and OpenTofu complains of a wrong one on its standard output.
    const env = { ...process.env, TF_CLI_CONFIG_FILE: '' };
    const { stdout } = await promisify(execFile)(program, ['version', '-json'], { env });
    return (JSON.parse(stdout) as { readonly terraform_version: string }).terraform_version;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw new RehearsalError(`${program} does not tell its version: ${String(error)}`);
  }
}
