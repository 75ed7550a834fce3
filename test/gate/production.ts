import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesize } from '@iris-azure/stacks';

/** A resource or any other block of Terraform's JSON, free to be changed. */
export type Body = Record<string, unknown>;

interface Terraform {
  readonly resource: Record<string, Record<string, Body>>;
}

/** Where a resource comes from: the stack's last part, Terraform's type, and the construct's path below the stack. */
export interface Place {
  readonly stack: 'network' | 'security' | 'mirror' | 'compute' | 'dr';
  readonly type: string;
  readonly construct: string;
}

/** Changes a resource in place; `address` gives the address of any other. */
export type Change = (body: Body, address: (place: Place) => string) => void;

/** TrakCare production, synthesized once; each test works on a copy of its files. */
export class Production {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  private readonly original = path.join(this.folder, 'original');
  private copies = 0;

  public constructor() {
    synthesize({ environment: 'trakcare-prod', outdir: this.original });
  }

  /** A copy of the synthesized files, as cdktf wrote them. */
  public copy(): ProductionCopy {
    const outdir = path.join(this.folder, `copy-${this.copies++}`);
    cpSync(this.original, outdir, { recursive: true });
    return new ProductionCopy(outdir);
  }

  /** Removes everything from the disk. */
  public dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One copy of the synthesized files, in which single things are changed. */
export class ProductionCopy {
  public constructor(public readonly outdir: string) {}

  /** Changes one resource in its file. */
  public change(place: Place, change: Change): void {
    const terraform = this.read(place);
    const bodies = terraform.resource[place.type] ?? {};
    change(bodies[nameOf(terraform, place)] ?? {}, (other) => this.address(other));
    writeFileSync(this.file(place), JSON.stringify(terraform));
  }

  /** Address of the resource that a construct made. */
  public address(place: Place): string {
    return `${place.type}.${nameOf(this.read(place), place)}`;
  }

  private read(place: Place): Terraform {
    return JSON.parse(readFileSync(this.file(place), 'utf8')) as Terraform;
  }

  private file({ stack }: Place): string {
    return path.join(this.outdir, 'stacks', `trakcare-prod-${stack}`, 'cdk.tf.json');
  }
}

function nameOf(terraform: Terraform, { stack, type, construct }: Place): string {
  const wanted = `trakcare-prod-${stack}/${construct}`;
  const bodies = Object.entries(terraform.resource[type] ?? {});
  const found = bodies.find(([, body]) => constructPath(body) === wanted);
  if (!found) {
    throw new Error(
      `no ${type} is of construct ${wanted}; there are ${bodies.map(([, body]) => constructPath(body)).join(', ')}`,
    );
  }
  return found[0];
}

function constructPath(body: Body): string {
  return (body['//'] as { metadata: { path: string } }).metadata.path;
}
