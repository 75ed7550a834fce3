import { type Resource } from '@iris-azure/stand-in';
import { isDeepStrictEqual } from 'node:util';

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Ids of the resources that are not the same in two states of Azure. Resources to which the provider gives a name at random,
 * as to role assignments, are the same when all else is.
 */
export function differences(one: readonly Resource[], other: readonly Resource[]): readonly string[] {
  const [before, after] = [byIdentity(one), byIdentity(other)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (identity) => !isDeepStrictEqual(before.get(identity), after.get(identity)),
  );
}

function byIdentity(resources: readonly Resource[]): ReadonlyMap<string, unknown> {
  return new Map(
    resources.map((resource) => {
      if (!uuid.test(resource.name)) {
        return [resource.id, inOneOrder(resource)];
      }
      const anonymous = { ...resource, id: resource.id.replace(uuid, '*'), name: '*' };
      return [`${anonymous.id} ${JSON.stringify(resource.properties)}`, inOneOrder(anonymous)];
    }),
  );
}

/** A value with all lists in one order: parts that are added to a whole side by side are added in any. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOneOrder).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOneOrder(member)]))
    : value;
}
