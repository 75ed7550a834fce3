import { z } from 'zod';
import { identityIds } from '../../arm/identities';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { deployer } from '../../sign-in/deployer';

/** @see https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/create-or-update */
export const userAssignedIdentity: ResourceType = {
  type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  name: {
    pattern: /^[A-Za-z0-9][\w-]{2,127}$/,
    allowed: '3 to 128 letters, digits, hyphens and underscores, beginning with a letter or digit',
  },
  shape: bodyShape({
    properties: {
      clientId: readOnly,
      principalId: readOnly,
      tenantId: readOnly,
      isolationScope: z.enum(['None', 'Regional']),
    },
  }),
  complete: (resource) => ({
    ...resource,
    properties: { ...resource.properties, ...identityIds(resource.id), tenantId: deployer.tenantId },
  }),
};
