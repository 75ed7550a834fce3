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

function byIdentity(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(
    resources.map((resource) => {
      if (!uuid.test(resource.name)) {
        return [resource.id, resource];
      }
      const anonymous = { ...resource, id: resource.id.replace(uuid, '*'), name: '*' };
      return [`${anonymous.id} ${JSON.stringify(resource.properties)}`, anonymous];
    }),
  );
}
