import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type Azure } from '../../azure';
import { roleAssignmentType } from './role-assignment';
import { builtInRoles } from './built-in-roles';

const vaultPrefix = 'Microsoft.KeyVault/vaults/';

/**
 * Whether a principal may do something with data: a role assignment on the scope, or on anything that it lies in, gives it a
 * role that has the data action.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function mayAct({ store }: Azure, principalId: string, scopeId: string, dataAction: string): boolean {
  const scope = ResourceId.parse(scopeId);
  return store
    .ofType(roleAssignmentType)
    .filter(({ properties }) => properties['principalId'] === principalId)
    .filter((assignment) => ResourceId.parse(assignment.id).parent?.holds(scope) === true)
    .some((assignment) => hasAction(assignment, dataAction));
}

function hasAction({ properties }: Resource, dataAction: string): boolean {
  const definition = String(properties['roleDefinitionId']).split('/').at(-1)?.toLowerCase();
  const { vaultActions = [] } = builtInRoles.find(({ id }) => id === definition) ?? {};
  return vaultActions.some((action) => {
    const pattern = (vaultPrefix + action).toLowerCase();
    return pattern.endsWith('*')
      ? dataAction.toLowerCase().startsWith(pattern.slice(0, -1))
      : dataAction.toLowerCase() === pattern;
  });
}
