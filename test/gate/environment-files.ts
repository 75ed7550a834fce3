import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesize } from '@iris-azure/stacks';

/** A resource or any other block of Terraform's JSON, free to be changed. */
export type Body = Record<string, unknown>;

interface Terraform {
  readonly resource: Record<string, Record<string, Body>>;
}

/** Where a resource comes from: environment, the stack's part of it, Terraform's type, and the construct's path below the stack. */
export interface Place {
  readonly environment: string;
  readonly stack: string;
  readonly type: string;
  readonly construct: string;
}

/** Changes a resource in place; `address` gives the address of any other, `add` puts a new one into the same stack. */
export type Change = (body: Body, address: (place: Place) => string, add: (place: Place, body: Body) => void) => void;

/** Environments, each synthesized once; each test works on a copy of their files. */
export class EnvironmentFiles {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  private readonly originals = new Map<string, string>();
  private copies = 0;

  /** A copy of an environment's synthesized files, as cdktf wrote them. */
  public copy(environment: string): EnvironmentCopy {
    const outdir = path.join(this.folder, `copy-${this.copies++}`);
    cpSync(this.original(environment), outdir, { recursive: true });
    return new EnvironmentCopy(outdir);
  }

  /** Removes everything from the disk. */
  public dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private original(environment: string): string {
    const known = this.originals.get(environment);
    if (known) {
      return known;
    }
    const outdir = path.join(this.folder, environment);
    synthesize({ environment, outdir });
    this.originals.set(environment, outdir);
    return outdir;
  }
}

/** One copy of the synthesized files, in which single things are changed. */
export class EnvironmentCopy {
  public constructor(public readonly outdir: string) {}

  /** Changes one resource in its file. */
  public change(place: Place, change: Change): void {
    const terraform = this.read(place);
    const bodies = terraform.resource[place.type] ?? {};
    change(
      bodies[nameOf(terraform, place)] ?? {},
      (other) => this.address(other),
      (added, body) => {
        const metadata = { path: pathOf(added) };
        const named = (terraform.resource[added.type] ??= {});
        named[`Added${Object.keys(named).length}`] = { ...body, '//': { metadata } };
      },
    );
    writeFileSync(this.file(place), JSON.stringify(terraform));
  }

  /** Address of the resource that a construct made. */
  public address(place: Place): string {
    return `${place.type}.${nameOf(this.read(place), place)}`;
  }

  private read(place: Place): Terraform {
    return JSON.parse(readFileSync(this.file(place), 'utf8')) as Terraform;
  }

  private file({ environment, stack }: Place): string {
    return path.join(this.outdir, 'stacks', `${environment}-${stack}`, 'cdk.tf.json');
  }
}

function nameOf(terraform: Terraform, place: Place): string {
  const { type } = place;
  const wanted = pathOf(place);
  const bodies = Object.entries(terraform.resource[type] ?? {});
  const found = bodies.find(([, body]) => constructPath(body) === wanted);
  if (!found) {
    throw new Error(
      `no ${type} is of construct ${wanted}; there are ${bodies.map(([, body]) => constructPath(body)).join(', ')}`,
    );
  }
  return found[0];
}

function pathOf({ environment, stack, construct }: Place): string {
  return `${environment}-${stack}/${construct}`;
}

function constructPath(body: Body): string {
  return (body['//'] as { metadata: { path: string } }).metadata.path;
}
