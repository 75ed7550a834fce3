import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SynthesizedResource } from './synthesized-resource';

type TerraformObject = Readonly<Record<string, unknown>>;

/** A synthesized stack, as far as tests read it. */
interface TerraformDocument extends TerraformObject {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, TerraformObject>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, TerraformObject>>>>;
  readonly provider?: Readonly<Record<string, readonly TerraformObject[]>>;
  readonly variable?: Readonly<Record<string, TerraformObject>>;
  readonly terraform?: TerraformObject;
}

/** The Terraform file of one stack, read by resource type or by construct path, never by hashed id. */
export class SynthesizedStack {
  /** All resources of the stack, in the order of its file. */
  public readonly all: readonly SynthesizedResource[];

  private constructor(
    /** Name of the stack. */
    public readonly name: string,
    /** The whole document. */
    public readonly document: TerraformDocument,
  ) {
    this.all = Object.entries(document.resource ?? {}).flatMap(([type, resources]) =>
      Object.entries(resources).map(([id, values]) => new SynthesizedResource(name, type, id, values)),
    );
  }

  /** Reads one stack from the folder into which an application was synthesized. */
  public static read(outdir: string, name: string): SynthesizedStack {
    const file = path.join(outdir, 'stacks', name, 'cdk.tf.json');
    return new SynthesizedStack(name, JSON.parse(readFileSync(file, 'utf8')) as TerraformDocument);
  }

  /** All resources of one type. */
  public resources(type: string): readonly SynthesizedResource[] {
    return this.all.filter((resource) => resource.type === type);
  }

  /**
   * The one resource of a type.
   *
   * @throws Error when there is none, or more than one.
   */
  public only(type: string): SynthesizedResource {
    const [found, ...others] = this.resources(type);
    if (!found || others.length > 0) {
      throw new Error(`expected one ${type}, got ${this.resources(type).length}`);
    }
    return found;
  }

  /**
   * The resource of a construct, by its path below the stack: `Mirror/Primary` is the construct's main child.
   *
   * @throws Error when there is none; the message lists the paths that exist.
   */
  public at(constructPath: string): SynthesizedResource {
    const found = this.all.find((resource) => [constructPath, `${constructPath}/Resource`].includes(resource.path));
    if (!found) {
      throw new Error(
        `no resource at '${constructPath}', but at ${this.all.map((resource) => resource.path).join(', ')}`,
      );
    }
    return found;
  }

  /** The stack's Azure provider. */
  public get provider(): TerraformObject {
    return this.document.provider?.azurerm?.[0] ?? {};
  }
}
