import { type Azure } from '../azure';
import { conflict } from './arm-error';
import { ResourceId } from './resource-id';

/** Type of locks, which hold for all that lies in what they are put on. */
export const lockType = 'Microsoft.Authorization/locks';

const levels = { delete: ['CanNotDelete', 'ReadOnly'], write: ['ReadOnly'] } as const;

/**
 * Refuses what a lock forbids.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function checkLocks(id: string, operation: 'write' | 'delete', { store }: Azure): void {
  const resource = ResourceId.parse(id);
  const lock = store.ofType(lockType).find((candidate) => {
    const scope = ResourceId.parse(candidate.id).parent;
    const level = candidate.properties['level'];
    return (
      candidate.id.toLowerCase() !== resource.key &&
      levels[operation].some((forbidding) => forbidding === level) &&
      (scope?.holds(resource) === true || (operation === 'delete' && scope && resource.holds(scope)))
    );
  });
  if (lock) {
    throw conflict(
      'ScopeLocked',
      `The scope '${id}' cannot perform ${operation} operation because following scope(s) are locked: ` +
        `'${lock.id}'. Please remove the lock and try again.`,
    );
  }
}
