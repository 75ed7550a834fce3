/**
 * Id of a resource, which names the resource and all that it lies in:
 * `/subscriptions/S/resourceGroups/G/providers/Microsoft.Network/virtualNetworks/V/subnets/N`. Azure compares ids without
 * regard to case, and answers with the casing in which the resource was created.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export class ResourceId {
  private readonly segments: readonly string[];

  private constructor(
    /** The id as it was written. */
    public readonly text: string,
  ) {
    this.segments = text.split('/').slice(1);
  }

  /** The id that a text holds; nothing when the text is none. */
  public static tryParse(text: string): ResourceId | undefined {
    return /^\/subscriptions(\/[^/\s]+)+$/i.test(text) && text.split('/').length % 2 === 1
      ? new ResourceId(text)
      : undefined;
  }

  /** The id that a text holds. */
  public static parse(text: string): ResourceId {
    const id = this.tryParse(text);
    if (!id) {
      throw new Error(`an id must be /subscriptions/... with a name after each type, got ${text}`);
    }
    return id;
  }

  /** What equal ids have in common. */
  public get key(): string {
    return this.text.toLowerCase();
  }

  /** Last name of the id. */
  public get name(): string {
    return this.segments.at(-1) ?? '';
  }

  /** Azure's type as the id writes it, without the scope of an extension: `Microsoft.Network/virtualNetworks/subnets`. */
  public get type(): string {
    const provider = this.lastProvider;
    if (provider < 0) {
      return this.segments.length > 2 ? 'Microsoft.Resources/resourceGroups' : 'Microsoft.Resources/subscriptions';
    }
    const types = this.segments.slice(provider + 2).filter((_segment, index) => index % 2 === 0);
    return [this.segments[provider + 1], ...types].join('/');
  }

  /** Id of the subscription. */
  public get subscription(): ResourceId {
    return this.upTo(2);
  }

  /** Id of the resource group; nothing for a subscription, or an extension of one. */
  public get resourceGroup(): ResourceId | undefined {
    return this.segments[2]?.toLowerCase() === 'resourcegroups' ? this.upTo(4) : undefined;
  }

  /** What the resource lies in: its parent resource, the scope that an extension extends, its group, its subscription. */
  public get parent(): ResourceId | undefined {
    const provider = this.lastProvider;
    const inProvider = provider >= 0 && this.segments.length === provider + 4;
    const length = this.segments.length - (inProvider ? 4 : 2);
    return length > 0 ? this.upTo(length) : undefined;
  }

  /** Id of something below this one. */
  public child(type: string, name: string): ResourceId {
    return new ResourceId(`${this.text}/${type}/${name}`);
  }

  /** Whether this is another's id, or the id of something that another lies in. */
  public holds(other: ResourceId): boolean {
    return other.key === this.key || other.key.startsWith(`${this.key}/`);
  }

  private get lastProvider(): number {
    return this.segments.map((segment) => segment.toLowerCase()).lastIndexOf('providers');
  }

  private upTo(length: number): ResourceId {
    return new ResourceId(`/${this.segments.slice(0, length).join('/')}`);
  }
}
