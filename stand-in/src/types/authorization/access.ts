import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type Azure } from '../../azure';
import { roleAssignmentType } from './role-assignment';
import { roleDefinitionType } from './role-definition';

/**
 * Whether a principal may do something with data: a role assignment on the scope, or on anything that it lies in, gives it a
 * role that has the data action.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function mayAct(azure: Azure, principalId: string, scopeId: string, dataAction: string): boolean {
  const scope = ResourceId.parse(scopeId);
  return azure.store
    .ofType(roleAssignmentType)
    .filter(({ properties }) => properties['principalId'] === principalId)
    .filter((assignment) => ResourceId.parse(assignment.id).parent?.holds(scope) === true)
    .some((assignment) => hasAction(assignment, dataAction, azure));
}

interface Permission {
  readonly dataActions?: readonly string[];
  readonly notDataActions?: readonly string[];
}

/** @see https://learn.microsoft.com/azure/role-based-access-control/role-definitions#control-and-data-actions */
function hasAction({ properties }: Resource, dataAction: string, { store }: Azure): boolean {
  const name = (properties['roleDefinitionId'] as string).split('/').at(-1)?.toLowerCase();
  const definition = store.ofType(roleDefinitionType).find((candidate) => candidate.name.toLowerCase() === name);
  const permissions = (definition?.properties['permissions'] ?? []) as readonly Permission[];
  return permissions.some(
    ({ dataActions = [], notDataActions = [] }) =>
      dataActions.some((pattern) => covers(pattern, dataAction)) &&
      !notDataActions.some((pattern) => covers(pattern, dataAction)),
  );
}

/** Whether a pattern, in which `*` is any text, has an action. */
function covers(pattern: string, action: string): boolean {
  const text = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${text}$`, 'i').test(action);
}
