import { type Configuration, mapTexts } from '../configuration';
import { type Kind } from './shape';

/** An attribute of a resource or of a data source to which a configuration refers. */
export interface Reference {
  readonly kind: Kind;
  readonly type: string;
  /** What it belongs to: `azurerm_subnet.Web`, `data.azurerm_client_config.Client`. */
  readonly address: string;
  readonly attribute: string;
}

/** What a configuration refers to in the expressions of its texts, each once. The first name alone of a path is told. */
export function referencesIn(configuration: Configuration): readonly Reference[] {
  const references = new Map<string, Reference>();
  mapTexts(configuration, (text) => {
    for (const [expression] of text.matchAll(/\$\{[^}]*\}/g)) {
      for (const [path, data, type = '', name = '', attribute = ''] of expression.matchAll(reference)) {
        const address = `${data ?? ''}${type}.${name}`;
        references.set(path, { kind: data ? 'data' : 'resource', type, address, attribute });
      }
    }
    return text;
  });
  return [...references.values()];
}

const reference = /(?<![\w.-])(data\.)?(azurerm_\w+)\.([\w-]+)(?:\[[^\]]*\])?\.(\w+)/g;
