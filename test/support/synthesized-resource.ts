/** Attributes of a resource or of a block in it, by Terraform's names. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One resource of a synthesized stack. */
export class SynthesizedResource {
  /** Path of its construct below the stack, for example `Mirror/Primary/Resource`. */
  public readonly path: string;
  /** Attributes and blocks, by Terraform's names. */
  public readonly values: Attributes;

  public constructor(
    stack: string,
    /** Terraform's type, for example `azurerm_lb`. */
    public readonly type: string,
    private readonly id: string,
    body: Attributes,
  ) {
    const { '//': annotation, ...values } = body;
    this.path = (annotation as { metadata: { path: string } }).metadata.path.slice(stack.length + 1);
    this.values = values;
  }

  /** Terraform's address, as in `depends_on`. */
  public get address(): string {
    return `${this.type}.${this.id}`;
  }

  /** Expression by which another resource of the stack reads an attribute of this one. */
  public reference(attribute: string): string {
    return `\${${this.address}.${attribute}}`;
  }

  /** All blocks of a name, whether the file has them as a list or as one object. */
  public blocks(name: string): readonly Attributes[] {
    return [this.values[name] ?? []].flat() as Attributes[];
  }

  /**
   * The one block of a name.
   *
   * @throws Error when there is none, or more than one.
   */
  public block(name: string): Attributes {
    const [found, ...others] = this.blocks(name);
    if (!found || others.length > 0) {
      throw new Error(`expected one block ${name} in ${this.path}, got ${this.blocks(name).length}`);
    }
    return found;
  }
}
