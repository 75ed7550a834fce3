import { z } from 'zod';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly } from '../../arm/shape';
import { endpointsOf } from '../network/private-endpoint';

/** @see https://learn.microsoft.com/rest/api/automation/automation-account/create-or-update */
export const automationAccount: ResourceType = {
  type: 'Microsoft.Automation/automationAccounts',
  name: {
    pattern: /^(?=.{6,50}$)[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/,
    allowed: '6 to 50 letters, digits and hyphens, beginning with a letter and ending with a letter or digit',
  },
  shape: bodyShape({
    properties: {
      automationHybridServiceUrl: readOnly,
      creationTime: readOnly,
      description: readOnly,
      disableLocalAuth: z.boolean(),
      encryption: object(
        {
          identity: object({ userAssignedIdentity: z.string() }),
          keySource: z.enum(['Microsoft.Automation', 'Microsoft.Keyvault']),
          keyVaultProperties: object({ keyName: z.string(), keyVersion: z.string(), keyvaultUri: z.string() }),
        },
        ['keySource'],
      ),
      lastModifiedBy: readOnly,
      lastModifiedTime: readOnly,
      privateEndpointConnections: readOnly,
      publicNetworkAccess: z.boolean(),
      sku: object({ capacity: readOnly, family: readOnly, name: z.enum(['Basic', 'Free']) }, ['name']),
      state: readOnly,
    },
    required: ['sku'],
    beside: { identity },
  }),
  complete: (account) => ({
    ...account,
    properties: { disableLocalAuth: false, publicNetworkAccess: true, ...account.properties, state: 'Ok' },
  }),
  show: ({ id, location = '' }, azure) => ({
    automationHybridServiceUrl: `https://${pseudoUuid(`account of ${id.toLowerCase()}`)}.jrds.${location}.azure-automation.net/automationAccounts/${pseudoUuid(`account of ${id.toLowerCase()}`)}`,
    privateEndpointConnections: endpointsOf(id, azure).map((endpoint) => ({
      id: `${id}/privateEndpointConnections/${endpoint.name}`,
      name: endpoint.name,
      properties: { privateEndpoint: { id: endpoint.id } },
    })),
  }),
};
