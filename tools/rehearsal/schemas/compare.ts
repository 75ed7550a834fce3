import { type Value, type Values } from '../configuration';
import { type Attribute, type AttributeType, type Shape } from './shape';

/** Something that a version of a provider would refuse, or has deprecated. */
export interface Finding {
  /** Path of the attribute: `os_disk[0].storage_account_type`. */
  readonly attribute: string;
  /** What is wrong, as what follows the attribute in a sentence. */
  readonly problem: string;
}

/** Names that Terraform and cdktf give a meaning of their own in every resource: no provider knows them. */
const metaArguments = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** What is wrong with the values of a resource, a data source or a provider, by the shape of its type. */
export function compare(values: Values, shape: Shape): readonly Finding[] {
  const given = Object.entries(values).filter(([name]) => !metaArguments.has(name));
  return compareMembers(Object.fromEntries(given), shape, '');
}

/** Attributes that are given although their version of the provider has deprecated them. */
export function deprecatedIn(values: Values, shape: Shape): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const attribute = shape[name];
    if (!attribute || value === null) {
      return [];
    }
    const { type, deprecated } = attribute;
    const inner = type.kind === 'block' ? blocksIn(value).flatMap((block) => deprecatedIn(block, type.members)) : [];
    return [...(deprecated ? [name] : []), ...new Set(inner.map((each) => `${name}.${each}`))];
  });
}

function compareMembers(values: Values, shape: Shape, prefix: string): readonly Finding[] {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const missing = Object.entries(shape).filter(
    ([name, { presence }]) => presence === 'required' && (values[name] ?? null) === null,
  );
  return [
    ...given.flatMap(([name, value]) => compareGiven(value, shape[name], prefix + name)),
    ...missing.map(([name]) => ({ attribute: prefix + name, problem: 'is required' })),
  ];
}

function compareGiven(value: Value, attribute: Attribute | undefined, path: string): readonly Finding[] {
  if (!attribute) {
    return [{ attribute: path, problem: 'does not exist' }];
  }
  return attribute.presence === 'computed'
    ? [{ attribute: path, problem: 'is computed: it cannot be given' }]
    : compareValue(value, attribute.type, path);
}

function compareValue(value: Value, type: AttributeType, path: string): readonly Finding[] {
  const unless = (agrees: boolean): readonly Finding[] =>
    agrees ? [] : [{ attribute: path, problem: `must be ${described(type)}, got ${JSON.stringify(value)}` }];
  if (value === null) {
    return [];
  }
  switch (type.kind) {
    case 'any':
      return [];
    case 'string':
      return unless(typeof value === 'string');
    case 'number':
      return unless(typeof value === 'number' || isExpression(value));
    case 'bool':
      return unless(typeof value === 'boolean' || isExpression(value));
    case 'list':
      return isList(value)
        ? value.flatMap((item, index) => compareValue(item, type.of, `${path}[${index}]`))
        : unless(isExpression(value));
    case 'map':
      return isValues(value)
        ? Object.entries(value).flatMap(([key, item]) => compareValue(item, type.of, `${path}.${key}`))
        : unless(isExpression(value));
    case 'object':
      return isValues(value) ? compareObject(value, type.members, path) : unless(isExpression(value));
    case 'block':
      return compareBlocks(value, type, path) ?? unless(false);
  }
}

function compareObject(value: Values, members: Shape, path: string): readonly Finding[] {
  const left = Object.keys(members).filter((name) => !(name in value));
  return [
    ...compareMembers(value, members, `${path}.`),
    ...left.map((name) => ({ attribute: `${path}.${name}`, problem: 'must be there, if only as null' })),
  ];
}

/** Findings of blocks; nothing when the value is none. */
function compareBlocks(
  value: Value,
  { members, limit }: Extract<AttributeType, { readonly kind: 'block' }>,
  path: string,
): readonly Finding[] | undefined {
  const blocks = blocksIn(value);
  if (blocks.length === 0 && !(isList(value) && value.length === 0)) {
    return undefined;
  }
  const tooMany = limit === 'one' && blocks.length > 1;
  return [
    ...(tooMany ? [{ attribute: path, problem: `can be given once, got ${blocks.length} times` }] : []),
    ...blocks.flatMap((block, index) => compareMembers(block, members, `${path}[${index}].`)),
  ];
}

function blocksIn(value: Value): readonly Values[] {
  return (isList(value) ? value : [value]).filter(isValues);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isValues(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Whether a text is one expression, whose type is that of its value; with anything around it, it is a string. */
function isExpression(value: Value): boolean {
  return typeof value === 'string' && /^\$\{[^{}]*\}$/.test(value);
}

function described(type: AttributeType): string {
  switch (type.kind) {
    case 'any':
      return 'anything';
    case 'list':
    case 'map':
      return `a ${type.kind} of ${described(type.of)}`;
    case 'object':
      return 'an object';
    case 'block':
      return 'a block';
    default:
      return `a ${type.kind}`;
  }
}
