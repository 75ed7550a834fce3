/** What a resource, a data source, a provider or a block within one has: its attributes and blocks by Terraform's names. */
export type Shape = Readonly<Record<string, Attribute>>;

/** An attribute or a block. */
export interface Attribute {
  /** Whether a configuration must give it, may give it, or can only refer to what the provider computed. */
  readonly presence: 'required' | 'optional' | 'computed';
  /** Bindings do not tell: of them, never. */
  readonly deprecated: boolean;
  readonly type: AttributeType;
}

/** What an attribute holds. Sets are lists here, since both are written the same way. */
export type AttributeType =
  | { readonly kind: 'string' | 'number' | 'bool' | 'any' }
  | { readonly kind: 'list' | 'map'; readonly of: AttributeType }
  /** Objects that are an attribute's value: each must carry every member, if only as null. */
  | { readonly kind: 'object'; readonly members: Shape }
  | { readonly kind: 'block'; readonly members: Shape; readonly limit: 'one' | 'many' };

/** What can have a shape. A provider's own type is its name: `azurerm`. */
export type Kind = 'provider' | 'resource' | 'data';

/** Every shape that one version of a provider knows. */
export interface Schema {
  /** The provider's version: `4.55.0`. */
  readonly version: string;
  /** The shape of a type, unless that version lacks it. */
  readonly find: (kind: Kind, type: string) => Shape | undefined;
}
