import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { isPrincipal } from '../../arm/identities';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { uuidName } from '../names';

/** Type of role assignments. */
export const roleAssignmentType = 'Microsoft.Authorization/roleAssignments';

/** What the deployer and all managed identities are. */
const principalTypeHere = 'ServicePrincipal';

/**
 * A role that a principal has on a scope. A list holds those above the scope too, and those within it unless the filter is
 * `atScope()`.
 *
 * @see https://learn.microsoft.com/rest/api/authorization/role-assignments/create
 * @see https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export const roleAssignment: ResourceType = {
  type: roleAssignmentType,
  name: uuidName,
  extension: true,
  location: 'none',
  shape: bodyShape({
    properties: {
      condition: z.string(),
      conditionVersion: z.enum(['2.0']),
      createdBy: readOnly,
      createdOn: readOnly,
      delegatedManagedIdentityResourceId: z.string(),
      description: z.string(),
      principalId: z.uuid(),
      principalType: z.enum(['Device', 'ForeignGroup', 'Group', 'ServicePrincipal', 'User']),
      roleDefinitionId: z.string(),
      scope: readOnly,
      updatedBy: readOnly,
      updatedOn: readOnly,
    },
    required: ['principalId', 'roleDefinitionId'],
  }),
  check(assignment, azure, previous) {
    const {
      principalId,
      principalType = principalTypeHere,
      roleDefinitionId,
    } = assignment.properties as Readonly<Record<string, string>>;
    if (principalId === undefined || !isPrincipal(principalId, azure)) {
      throw badRequest(
        'PrincipalNotFound',
        `Principal ${principalId ?? ''} does not exist in the directory. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay.`,
      );
    }
    if (principalType !== principalTypeHere) {
      throw badRequest(
        'UnmatchedPrincipalType',
        `The PrincipalId '${principalId}' has type '${principalTypeHere}' , which is different from specified PrinciaplType '${principalType}'.`,
      );
    }
    if (previous) {
      throw badRequest(
        'RoleAssignmentUpdateNotPermitted',
        'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
      );
    }
    const scope = ResourceId.parse(assignment.id).parent?.text ?? '';
    const twin = azure.store
      .children(scope, roleAssignmentType)
      .find(
        ({ id, properties }) =>
          id !== assignment.id &&
          properties['principalId'] === principalId &&
          definitionOf(properties['roleDefinitionId']) === definitionOf(roleDefinitionId),
      );
    if (twin) {
      throw conflict(
        'RoleAssignmentExists',
        `The role assignment already exists. The ID of the existing role assignment is ${twin.name.replaceAll('-', '')}.`,
      );
    }
  },
  list(scopeText, filter, { store }) {
    const scope = ResourceId.parse(scopeText);
    const [, principalId] = /'([^']+)'/.exec(filter) ?? [];
    return store.ofType(roleAssignmentType).filter(({ id, properties }) => {
      const at = ResourceId.parse(id).parent;
      const isAbove = at?.holds(scope) === true;
      const isWithin = at !== undefined && scope.holds(at) && !/atScope\(\)/i.test(filter);
      return (isAbove || isWithin) && (principalId === undefined || properties['principalId'] === principalId);
    });
  },
  complete: (assignment) => ({
    ...assignment,
    properties: {
      principalType: principalTypeHere,
      ...assignment.properties,
      scope: ResourceId.parse(assignment.id).parent?.text,
    },
  }),
};

function definitionOf(id: unknown): string | undefined {
  return String(id).split('/').at(-1)?.toLowerCase();
}
