import { type Azure } from '../azure';
import { checkLocks } from './locks';
import { type Resource } from './resource';
import { type ResourceType } from './resource-type';
import { checkIdle } from './write';

/** Finds the type of a resource. */
export type TypeOf = (resource: Resource) => ResourceType | undefined;

/**
 * Prepares a deletion: refuses what may not be deleted, and returns what deletes it.
 *
 * @throws ArmError for what Resource Manager or the service refuses.
 */
export function removal(resource: Resource, typeOf: TypeOf, azure: Azure): () => void {
  const { store } = azure;
  checkLocks(resource.id, 'delete', azure);
  const type = typeOf(resource);
  checkIdle(resource.id, type, azure);
  type?.checkDelete?.(resource, azure);
  return () => {
    const removed = store.remove(resource.id);
    for (const each of removed) {
      typeOf(each)?.deleted?.(each, azure, removed);
    }
  };
}

/** Resources that name a resource from outside of it, of one type if one is named. */
export function usersOf(resource: Resource, { store }: Azure, type?: string): readonly Resource[] {
  const within = `${resource.id.toLowerCase()}/`;
  return store.referrers(resource.id, type).filter(({ id }) => !id.toLowerCase().startsWith(within));
}
