import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly } from '../../arm/shape';

const type = 'Microsoft.OperationalInsights/workspaces';

/** Key under which a deleted workspace is remembered: it can be recovered by its id for 14 days. */
export function deletedWorkspaceKey(id: string): string {
  return `workspace ${id.toLowerCase()}`;
}

const publicAccess = z.enum(['Enabled', 'Disabled', 'SecuredByPerimeter']);

/**
 * A Log Analytics workspace. What is deleted comes back when it is made again.
 *
 * @see https://learn.microsoft.com/rest/api/loganalytics/workspaces/create-or-update
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace
 */
export const workspace: ResourceType = {
  type,
  name: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
    allowed: '4 to 63 letters, digits and hyphens, beginning and ending with a letter or digit',
  },
  shape: bodyShape({
    properties: {
      createdDate: readOnly,
      customerId: readOnly,
      defaultDataCollectionRuleResourceId: z.string(),
      features: object({
        clusterResourceId: z.string(),
        disableLocalAuth: z.boolean(),
        enableDataExport: z.boolean(),
        enableLogAccessUsingOnlyResourcePermissions: z.boolean(),
        immediatePurgeDataOn30Days: z.boolean(),
      }),
      forceCmkForQuery: z.boolean(),
      modifiedDate: readOnly,
      privateLinkScopedResources: readOnly,
      publicNetworkAccessForIngestion: publicAccess,
      publicNetworkAccessForQuery: publicAccess,
      retentionInDays: z.int(),
      sku: object(
        {
          capacityReservationLevel: z.int(),
          lastSkuUpdate: readOnly,
          name: z.enum(['CapacityReservation', 'Free', 'LACluster', 'PerGB2018', 'PerNode', 'Standalone']),
        },
        ['name'],
      ),
      workspaceCapping: object({
        dailyQuotaGb: z.number().min(-1),
        dataIngestionStatus: readOnly,
        quotaNextResetTime: readOnly,
      }),
    },
    beside: { eTag: readOnly, identity },
  }),
  longRunning: ['put', 'delete'],
  check({ properties }) {
    const { retentionInDays: days } = properties as { readonly retentionInDays?: number };
    // The provider says 0 for what is not set.
    if (days !== undefined && days !== 0 && (days < 30 || days > 730)) {
      throw badRequest(
        'InvalidParameter',
        `'RetentionInDays' property doesn't match the SKU limits: it must be 30 to 730, got ${days}.`,
      );
    }
  },
  complete(resource, azure) {
    azure.softDeleted.delete(deletedWorkspaceKey(resource.id));
    return {
      ...resource,
      properties: {
        publicNetworkAccessForIngestion: 'Enabled',
        publicNetworkAccessForQuery: 'Enabled',
        sku: { name: 'PerGB2018' },
        workspaceCapping: { dailyQuotaGb: -1 },
        ...resource.properties,
        retentionInDays: Math.max(30, Number(resource.properties['retentionInDays'] ?? 30)),
        customerId: pseudoUuid(resource.id),
      },
    };
  },
  deleted(resource, azure) {
    azure.softDeleted.set(deletedWorkspaceKey(resource.id), [resource]);
  },
  actions: {
    sharedkeys: ({ id }) => ({
      status: 200,
      body: { primarySharedKey: pseudoUuid(`${id} 1`), secondarySharedKey: pseudoUuid(`${id} 2`) },
    }),
  },
};
