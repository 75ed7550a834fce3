import { type Blocks, type Configuration, type Values } from './configuration';

/** How a type of resource that no one configuration can say for azurerm 4 and 5 is said for the later. */
export interface Translation {
  readonly type: string;
  /** The first version that needs it. */
  readonly since: string;
  readonly why: string;
  /** @throws Error when the resource's values leave it open what they are in the later version. */
  readonly translate: (values: Values, address: string) => Values;
}

const bgpEnabled = ['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'].map((type) => ({
  type,
  since: '5.0',
  why: 'says bgp_enabled, no longer enable_bgp',
  translate: (values: Values): Values => {
    const { enable_bgp: isEnabled, ...others } = values;
    return isEnabled === undefined ? values : { ...others, bgp_enabled: isEnabled };
  },
}));

/** As of November 2026, for what the environments use. What users deploy keeps the form of azurerm 4. */
export const translations: readonly Translation[] = [
  {
    type: 'azurerm_private_dns_zone_virtual_network_link',
    since: '5.0',
    why: 'names its zone by private_dns_zone_id, no longer by private_dns_zone_name and resource_group_name',
    translate: (values, address) => ({
      ...without(values, 'private_dns_zone_name', 'resource_group_name'),
      private_dns_zone_id: idOfNamed('azurerm_private_dns_zone', values, 'private_dns_zone_name', address),
    }),
  },
  ...bgpEnabled,
];

/** A configuration, and the addresses of the resources in it that were translated. */
export interface TranslatedConfiguration {
  readonly configuration: Configuration;
  readonly translated: readonly string[];
}

/**
 * A configuration for azurerm 4 as one for azurerm 5.
 *
 * @throws Error when a resource cannot be translated.
 */
export function translateForAzurerm5(configuration: Configuration): TranslatedConfiguration {
  const { resource } = configuration;
  const needed = translations.filter(({ type }) => resource && type in resource);
  if (!resource || needed.length === 0) {
    return { configuration, translated: [] };
  }
  const blocks: Blocks = Object.fromEntries(needed.map((each) => [each.type, translateAll(each, resource)]));
  return {
    configuration: { ...configuration, resource: { ...resource, ...blocks } },
    translated: Object.entries(blocks).flatMap(([type, named]) =>
      Object.keys(named)
        .filter((name) => named[name] !== resource[type]?.[name])
        .map((name) => `${type}.${name}`),
    ),
  };
}

function translateAll({ type, translate }: Translation, resource: Blocks): Blocks[string] {
  const named = Object.entries(resource[type] ?? {});
  return Object.fromEntries(named.map(([name, values]) => [name, translate(values, `${type}.${name}`)]));
}

function without(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** What a resource refers to by name, referred to by id: for that it must be a resource of the same stack. */
function idOfNamed(type: string, values: Values, attribute: string, address: string): string {
  const value = values[attribute] ?? null;
  const [, resource] = /^\$\{(\w+\.[\w-]+)\.name\}$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (!resource?.startsWith(`${type}.`)) {
    throw new Error(
      `${address}: ${attribute} must be \${${type}.NAME.name}, a reference within the stack, for azurerm 5 to be told ` +
        `the id, got ${JSON.stringify(value)}; make both in the same stack`,
    );
  }
  return `\${${resource}.id}`;
}
