import { type Attribute, type AttributeType, type Shape } from './shape';

/** A type in Terraform's JSON: `"string"`, `["set", "string"]`, `["object", { "name": "string" }]`. */
export type TypeDocument =
  | string
  | readonly ['list' | 'set' | 'map', TypeDocument]
  | readonly ['object', Readonly<Record<string, TypeDocument>>];

/** An attribute in what `terraform providers schema -json` writes. */
export interface AttributeDocument {
  readonly type?: TypeDocument;
  /** Instead of a type: attributes of its own, as one object or as many. */
  readonly nested_type?: {
    readonly nesting_mode: string;
    readonly attributes?: Readonly<Record<string, AttributeDocument>>;
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly deprecated?: boolean;
}

/** A block, or all of a resource, in what `terraform providers schema -json` writes. */
export interface BlockDocument {
  readonly attributes?: Readonly<Record<string, AttributeDocument>>;
  readonly block_types?: Readonly<Record<string, NestedBlockDocument>>;
  readonly deprecated?: boolean;
}

interface NestedBlockDocument {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block?: BlockDocument;
}

/** The shape of a block in what Terraform or OpenTofu tells of a provider. */
export function shapeOfBlock({ attributes = {}, block_types: blocks = {} }: BlockDocument): Shape {
  return { ...attributesOf(attributes), ...mapValues(blocks, nestedBlockOf) };
}

function attributesOf(attributes: Readonly<Record<string, AttributeDocument>>): Shape {
  return mapValues(attributes, ({ required, optional, deprecated = false, type, nested_type: nested }) => ({
    presence: required ? 'required' : optional ? 'optional' : 'computed',
    deprecated,
    type: nested
      ? { kind: 'block', members: attributesOf(nested.attributes ?? {}), limit: limitOf(nested.nesting_mode) }
      : typeOf(type ?? 'dynamic'),
  }));
}

function nestedBlockOf({
  nesting_mode: mode,
  min_items: least = 0,
  max_items: most,
  block = {},
}: NestedBlockDocument): Attribute {
  return {
    presence: least > 0 ? 'required' : 'optional',
    deprecated: block.deprecated ?? false,
    type: { kind: 'block', members: shapeOfBlock(block), limit: most === 1 ? 'one' : limitOf(mode) },
  };
}

function limitOf(nestingMode: string): 'one' | 'many' {
  return nestingMode === 'single' || nestingMode === 'group' ? 'one' : 'many';
}

function typeOf(type: TypeDocument): AttributeType {
  if (typeof type === 'string') {
    return { kind: type === 'string' || type === 'number' || type === 'bool' ? type : 'any' };
  }
  const [kind, inner] = type;
  return kind === 'object'
    ? {
        kind,
        members: mapValues(inner, (member) => ({ presence: 'optional', deprecated: false, type: typeOf(member) })),
      }
    : { kind: kind === 'map' ? kind : 'list', of: typeOf(inner) };
}

function mapValues<Input, Output>(
  values: Readonly<Record<string, Input>>,
  change: (value: Input) => Output,
): Record<string, Output> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
