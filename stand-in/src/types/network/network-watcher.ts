import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly } from '../../arm/shape';
import { networkName } from '../names';

/** Types of what can be recorded, in lower case; a network security group could be until 2025-06-30. */
const recorded = new Set([
  'microsoft.network/networkinterfaces',
  'microsoft.network/virtualnetworks',
  'microsoft.network/virtualnetworks/subnets',
]);

/** What Azure makes with the first virtual network of a subscription in a region. */
export const networkWatcher: ResourceType = {
  type: 'Microsoft.Network/networkWatchers',
  name: networkName(80),
  shape: bodyShape({ properties: {} }),
};

/**
 * Records of flows: what is recorded, and the account that keeps them, are in the region of the watcher; the workspace of
 * traffic analytics may be elsewhere.
 *
 * @see https://learn.microsoft.com/rest/api/network-watcher/flow-logs/create-or-update
 * @see https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview
 */
export const flowLog: ResourceType = {
  type: 'Microsoft.Network/networkWatchers/flowLogs',
  name: networkName(80),
  location: 'region',
  refersToOtherRegions: true,
  shape: bodyShape({
    properties: {
      enabled: z.boolean(),
      enabledFilteringCriteria: z.string(),
      flowAnalyticsConfiguration: object({
        networkWatcherFlowAnalyticsConfiguration: object(
          {
            enabled: z.boolean(),
            trafficAnalyticsInterval: z.literal([10, 60]),
            workspaceId: z.guid(),
            workspaceRegion: z.string(),
            workspaceResourceId: z.string(),
          },
          ['enabled', 'workspaceResourceId'],
        ),
      }),
      format: object({ type: z.literal('JSON'), version: z.int().min(1).max(2) }),
      retentionPolicy: object({ days: z.int().min(0).max(365), enabled: z.boolean() }),
      storageId: z.string(),
      targetResourceGuid: readOnly,
      targetResourceId: z.string(),
    },
    required: ['storageId', 'targetResourceId'],
    beside: { identity },
  }),
  longRunning: ['put', 'delete'],
  check(log, { store }) {
    const { storageId, targetResourceId } = log.properties as {
      readonly storageId: string;
      readonly targetResourceId: string;
    };
    const target = ResourceId.parse(targetResourceId);
    if (!recorded.has(target.type.toLowerCase())) {
      throw badRequest(
        'BadRequest',
        `Flow log ${log.name} cannot be created for ${targetResourceId}: virtual networks, subnets and network interfaces can be recorded.`,
      );
    }
    const network = target.type.toLowerCase().endsWith('/subnets') ? target.parent?.text : target.text;
    for (const id of [network, storageId]) {
      const location = store.find(id)?.location;
      if (location !== log.location) {
        throw badRequest(
          'InvalidResourceReference',
          `Resource ${id ?? ''} (${location ?? ''}) of flow log ${log.name} must be in the region ${log.location ?? ''}.`,
        );
      }
    }
  },
  complete: (log) => ({
    ...log,
    properties: {
      ...log.properties,
      format: { type: 'JSON', ...(log.properties['format'] as object | undefined) },
    },
  }),
};
