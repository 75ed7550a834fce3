import { type Resource } from '@iris-azure/stand-in';
import { isDeepStrictEqual } from 'node:util';

/** Ids of the resources that are not the same in two states of Azure. */
export function differences(one: readonly Resource[], other: readonly Resource[]): readonly string[] {
  const byId = (resources: readonly Resource[]) => new Map(resources.map((resource) => [resource.id, resource]));
  const [before, after] = [byId(one), byId(other)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => !isDeepStrictEqual(before.get(id), after.get(id)),
  );
}
