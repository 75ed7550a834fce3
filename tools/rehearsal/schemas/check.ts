import { type Blocks, type Configuration, type Values } from '../configuration';
import { compare, deprecatedIn, type Finding } from './compare';
import { referencesIn } from './references';
import { type Kind, type Schema } from './shape';

/** Something in a configuration that a version of azurerm would refuse. */
export interface AddressedFinding extends Finding {
  /** Address of the resource or data source, or the provider's name. */
  readonly address: string;
}

/**
 * What a version of azurerm would refuse in a configuration by its schema: attributes and blocks that are missing, unknown, of
 * another type or too many, and references or ignored changes of attributes that it does not have. Other providers are not
 * looked at.
 */
export function check(configuration: Configuration, schema: Schema): readonly AddressedFinding[] {
  const blocks = blocksOf(configuration).flatMap(({ kind, type, address, values }): readonly AddressedFinding[] => {
    const shape = schema.find(kind, type);
    return shape
      ? [...compare(values, shape), ...ignoredChanges(values, (name) => name in shape)].map((each) => ({
          address,
          ...each,
        }))
      : [{ address, attribute: type, problem: 'does not exist' }];
  });
  const references = referencesIn(configuration)
    .filter(({ kind, type, attribute }) => !(attribute in (schema.find(kind, type) ?? {})))
    .map(({ address, attribute }) => ({ address, attribute, problem: 'is referred to, and does not exist' }));
  return [...blocks, ...references];
}

/** Attributes that a configuration gives although a version of azurerm has deprecated them: `azurerm_subnet.delegation`. */
export function deprecations(configuration: Configuration, schema: Schema): readonly string[] {
  return blocksOf(configuration).flatMap(({ kind, type, values }) =>
    deprecatedIn(values, schema.find(kind, type) ?? {}).map((attribute) => `${type}.${attribute}`),
  );
}

interface Block {
  readonly kind: Kind;
  readonly type: string;
  readonly address: string;
  readonly values: Values;
}

function blocksOf({ provider = {}, resource = {}, data = {} }: Configuration): readonly Block[] {
  const { azurerm = [] } = provider;
  const providers = [azurerm].flat() as readonly Values[];
  return [
    ...providers.map((values) => ({ kind: 'provider', type: 'azurerm', address: 'provider.azurerm', values }) as const),
    ...named('resource', resource, ''),
    ...named('data', data, 'data.'),
  ];
}

function named(kind: Kind, blocks: Blocks, prefix: string): readonly Block[] {
  return Object.entries(blocks)
    .filter(([type]) => type.startsWith('azurerm_'))
    .flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, values]) => ({ kind, type, address: `${prefix}${type}.${name}`, values })),
    );
}

/** Ignored changes are paths, of which the first name is looked at, or all by the text `all`. */
function ignoredChanges({ lifecycle }: Values, exists: (name: string) => boolean): readonly Finding[] {
  const { ignore_changes: ignored } = (lifecycle ?? {}) as Values;
  const paths = Array.isArray(ignored) ? (ignored as readonly string[]) : [];
  return paths
    .map((each) => each.replace(/\W.*$/, ''))
    .filter((name) => !exists(name))
    .map((attribute) => ({ attribute, problem: 'is in ignore_changes, and does not exist' }));
}
