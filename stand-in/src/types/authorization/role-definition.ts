import { z } from 'zod';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, readOnly } from '../../arm/shape';
import { deployer } from '../../sign-in/deployer';
import { uuidName } from '../names';
import { type BuiltInRole, builtInRoles } from './built-in-roles';

/** Type of role definitions. */
export const roleDefinitionType = 'Microsoft.Authorization/roleDefinitions';

/**
 * What a role allows. Definitions hold in the whole subscription: they are listed at every scope, by name if one is asked
 * for.
 *
 * @see https://learn.microsoft.com/rest/api/authorization/role-definitions/list
 */
export const roleDefinition: ResourceType = {
  type: roleDefinitionType,
  name: uuidName,
  extension: true,
  location: 'none',
  shape: bodyShape({
    properties: {
      assignableScopes: z.array(z.string()),
      createdBy: readOnly,
      createdOn: readOnly,
      description: z.string(),
      permissions: z.array(anything),
      roleName: z.string(),
      type: z.string(),
      updatedBy: readOnly,
      updatedOn: readOnly,
    },
    required: ['roleName', 'permissions', 'assignableScopes'],
  }),
  list(_scope, filter, { store }) {
    const [, name] = /roleName eq '([^']+)'/i.exec(filter) ?? [];
    return store
      .ofType(roleDefinitionType)
      .filter(({ properties }) => name === undefined || properties['roleName'] === name);
  },
};

/** Definitions of the roles that Azure brings. */
export function builtInDefinitions(): readonly Resource[] {
  return builtInRoles.map(definitionOf);
}

function definitionOf({ id, name, vaultActions = [] }: BuiltInRole): Resource {
  return {
    id: `/subscriptions/${deployer.subscriptionId}/providers/${roleDefinitionType}/${id}`,
    name: id,
    type: roleDefinitionType,
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      description: name,
      assignableScopes: ['/'],
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: vaultActions.map((action) => `Microsoft.KeyVault/vaults/${action}`),
          notDataActions: [],
        },
      ],
    },
  };
}
