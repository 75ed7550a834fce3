import { keyOf, type Given } from './cases';

interface Resource {
  readonly key: string;
  readonly references: Record<string, string[]>;
  readonly referrers: Record<string, Record<string, string[]>>;
}

/**
 * Builds the estate document of a case, as `rego/iris/cases` does for `opa test`.
 *
 * `"${type.name.attribute}"` becomes an unknown value, and a reference when the case holds that resource. The path of a
 * value in a plain list is that of the list.
 */
export function documentOf(given: Given): object {
  const resources = Object.fromEntries(
    Object.entries(given).map(([type, named]) => [
      type,
      Object.fromEntries(
        Object.entries(named).map(([name, values]) => {
          const resource = resourceOf(given, type, name, values);
          return [resource.key, resource];
        }),
      ),
    ]),
  );
  addReferrers(resources);
  return { format: 'iris-azure/estate', version: 1, stacks: ['case'], resources };
}

function resourceOf(given: Given, type: string, name: string, values: Record<string, unknown>): Resource {
  const address = `${type}.${name}`;
  const references: Record<string, string[]> = {};
  const refer = (path: readonly string[], target: string): void => {
    const attribute = path.join('.').replace(/\.\d+$/, '');
    references[attribute] = [...(references[attribute] ?? []), target].sort();
  };
  const known = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string' && value.startsWith('${')) {
      const [targetType = '', targetName = ''] = value.slice(2).split('.');
      if (given[targetType]?.[targetName]) refer(path, keyOf(`${targetType}.${targetName}`));
      return { $unknown: true };
    }
    if (Array.isArray(value)) return value.map((item, index) => known(item, [...path, String(index)]));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, known(item, [...path, key])]));
  };
  const read = { key: keyOf(address), stack: 'case', address, type, name, values: known(values, []) };
  return { ...read, references, referrers: {} };
}

function addReferrers(resources: Record<string, Record<string, Resource>>): void {
  const byKey = new Map(Object.values(resources).flatMap((named) => Object.entries(named)));
  for (const [type, named] of Object.entries(resources)) {
    for (const { key, references } of Object.values(named)) {
      for (const [path, targets] of Object.entries(references)) {
        const attribute = path.replace(/\.\d+(?=\.|$)/g, '');
        for (const target of targets) {
          const resource = byKey.get(target);
          if (!resource) continue;
          const referrers = (resource.referrers[type] ??= {});
          referrers[attribute] = [...new Set([...(referrers[attribute] ?? []), key])];
        }
      }
    }
  }
}
