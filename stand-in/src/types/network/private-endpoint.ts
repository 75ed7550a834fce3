import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { isObject } from '../../arm/json';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { hosts } from '../../hosts';
import { networkName } from '../names';
import { part } from '../part';
import { networkOf, referenceIn, withPrivateAddress } from './addresses';

const type = 'Microsoft.Network/privateEndpoints';

/**
 * What a private endpoint may lead to, by the type of the resource.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource
 */
const groupIds: Readonly<Record<string, readonly string[]>> = {
  'microsoft.keyvault/vaults': ['vault'],
  'microsoft.storage/storageaccounts': ['blob', 'table', 'queue', 'file', 'web', 'dfs'],
  'microsoft.recoveryservices/vaults': ['AzureBackup', 'AzureSiteRecovery'],
  'microsoft.automation/automationaccounts': ['Webhook', 'DSCAndHybridWorker'],
};

const connectionShape = z.array(
  object(
    {
      id: readOnly,
      name: z.string(),
      etag: readOnly,
      type: readOnly,
      properties: object(
        {
          groupIds: z.array(z.string()),
          privateLinkServiceConnectionState: anything,
          privateLinkServiceId: z.string(),
          provisioningState: readOnly,
          requestMessage: z.string().max(140),
        },
        ['privateLinkServiceId'],
      ),
    },
    ['name', 'properties'],
  ),
);

/** Zones in which the address of a private endpoint is written. */
export const privateDnsZoneGroup = part(`${type}/privateDnsZoneGroups`, {
  properties: {
    privateDnsZoneConfigs: z.array(
      object({ name: z.string(), properties: object({ privateDnsZoneId: z.string(), recordSets: readOnly }) }, [
        'name',
      ]),
    ),
  },
  required: ['privateDnsZoneConfigs'],
  longRunning: ['put', 'delete'],
});

/** @see https://learn.microsoft.com/rest/api/virtualnetwork/private-endpoints/create-or-update */
export const privateEndpoint: ResourceType = {
  type,
  name: networkName(64),
  shape: bodyShape({
    properties: {
      applicationSecurityGroups: z.array(reference),
      customDnsConfigs: readOnly,
      customNetworkInterfaceName: z.string(),
      ipConfigurations: z.array(anything),
      manualPrivateLinkServiceConnections: connectionShape,
      networkInterfaces: readOnly,
      // The address is that of a network interface, which the service makes and nobody else changes; the stand-in keeps it here.
      privateIPAddress: readOnly,
      privateLinkServiceConnections: connectionShape,
      subnet: reference,
    },
    required: ['subnet'],
    beside: { extendedLocation: anything },
  }),
  refersToOtherRegions: true,
  longRunning: ['put', 'delete'],
  check(endpoint, { store }) {
    for (const { privateLinkServiceId, groupIds: given = [] } of connectionsOf(endpoint)) {
      const allowed = groupIds[ResourceId.parse(privateLinkServiceId).type.toLowerCase()];
      if (allowed && (given.length === 0 || given.some((groupId) => !allowed.includes(groupId)))) {
        throw badRequest(
          'CallerSpecifiedWrongGroupId',
          `Private endpoint ${endpoint.id} must lead to one of ${allowed.join(', ')} of ${privateLinkServiceId}, got '${given.join()}'.`,
        );
      }
    }
    const network = store.find(networkOf(referenceIn(endpoint, 'subnet') ?? endpoint.id));
    if (network?.location !== endpoint.location) {
      throw badRequest(
        'InvalidResourceReference',
        `Private endpoint ${endpoint.id} must be in the region of its subnet, got ${endpoint.location ?? 'none'}.`,
      );
    }
  },
  complete(endpoint, azure, previous) {
    const { privateIPAddress } = withPrivateAddress(endpoint, azure, previous).properties;
    return {
      ...endpoint,
      properties: {
        ...endpoint.properties,
        privateIPAddress,
        privateLinkServiceConnections: connectionsWithState(endpoint),
      },
    };
  },
  show: (endpoint) => ({
    customDnsConfigs: connectionsOf(endpoint).flatMap(({ privateLinkServiceId, groupIds: [groupId = ''] = [] }) => {
      const suffix = suffixes[groupId];
      const fqdn = `${ResourceId.parse(privateLinkServiceId).name.toLowerCase()}.${suffix ?? ''}`;
      return suffix === undefined ? [] : [{ fqdn, ipAddresses: [endpoint.properties['privateIPAddress'] as string] }];
    }),
  }),
};

/** What follows the name of a resource in the name that leads to a private endpoint, by what the endpoint leads to. */
const suffixes: Readonly<Record<string, string>> = {
  vault: hosts.keyVault,
  blob: `blob.${hosts.storage}`,
  file: `file.${hosts.storage}`,
};

interface Connection {
  readonly privateLinkServiceId: string;
  readonly groupIds?: readonly string[];
}

/** Connections of a private endpoint. */
function connectionsOf({ properties }: Resource): readonly Connection[] {
  const connections = [
    ...((properties['privateLinkServiceConnections'] ?? []) as readonly object[]),
    ...((properties['manualPrivateLinkServiceConnections'] ?? []) as readonly object[]),
  ];
  return connections.map((connection) => (connection as { readonly properties: Connection }).properties);
}

/** Private endpoints that lead to a resource. */
export function endpointsOf(id: string, { store }: Azure): readonly Resource[] {
  return store.referrers(id, type);
}

function connectionsWithState(endpoint: Resource) {
  const connections = (endpoint.properties['privateLinkServiceConnections'] ?? []) as readonly Resource[];
  return connections.map((connection) => ({
    ...connection,
    id: `${endpoint.id}/privateLinkServiceConnections/${connection.name}`,
    properties: {
      ...(isObject(connection.properties) ? connection.properties : {}),
      privateLinkServiceConnectionState: { status: 'Approved', description: 'Auto-approved', actionsRequired: 'None' },
      provisioningState: 'Succeeded',
    },
  }));
}
