import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type JsonObject } from '../../arm/json';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';

const type = 'Microsoft.Network/trafficManagerProfiles';

const endpointTypes = ['azureEndpoints', 'externalEndpoints', 'nestedEndpoints'] as const;

const name = {
  pattern: /^[A-Za-z0-9]([\w.-]{0,258}\w)?$/,
  allowed: '1 to 260 letters, digits, underscores, periods and hyphens, beginning with a letter or digit',
} as const;

/**
 * One of the places among which a profile chooses. One of Azure is a public address with a name, or another resource that
 * has one.
 *
 * @see https://learn.microsoft.com/azure/traffic-manager/traffic-manager-endpoint-types
 */
function endpoint(kind: (typeof endpointTypes)[number]): ResourceType {
  return {
    type: `${type}/${kind}`,
    name,
    refersToOtherRegions: true,
    shape: bodyShape({
      properties: {
        alwaysServe: z.enum(['Disabled', 'Enabled']),
        customHeaders: z.array(object({ name: z.string(), value: z.string() })).max(8),
        endpointLocation: z.string(),
        endpointMonitorStatus: readOnly,
        endpointStatus: z.enum(['Disabled', 'Enabled']),
        geoMapping: z.array(z.string()),
        minChildEndpoints: z.int(),
        minChildEndpointsIPv4: z.int(),
        minChildEndpointsIPv6: z.int(),
        priority: z.int().min(1).max(1000),
        subnets: z.array(anything),
        target: z.string(),
        targetResourceId: z.string(),
        weight: z.int().min(1).max(1000),
      },
    }),
    check: checkEndpoint,
    complete: (resource, azure) => ({
      ...resource,
      properties: {
        endpointStatus: 'Enabled',
        weight: 1,
        ...resource.properties,
        ...(kind === 'azureEndpoints' && targetOf(resource, azure)),
      },
    }),
    show: () => ({ endpointMonitorStatus: 'CheckingEndpoint' }),
  };
}

/**
 * A name of DNS that leads to the first place that answers.
 *
 * @see https://learn.microsoft.com/rest/api/trafficmanager/profiles/create-or-update
 * @see https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
 */
export const trafficManagerProfile: ResourceType = {
  type,
  name,
  location: 'global',
  shape: bodyShape({
    properties: {
      allowedEndpointRecordTypes: z.array(z.string()),
      dnsConfig: object({ fqdn: readOnly, relativeName: z.string(), ttl: z.int().min(0).max(2147483647) }, [
        'relativeName',
        'ttl',
      ]),
      maxReturn: z.int().min(1).max(8),
      monitorConfig: object({
        customHeaders: z.array(object({ name: z.string(), value: z.string() })).max(8),
        expectedStatusCodeRanges: z
          .array(object({ min: z.int().min(100).max(999), max: z.int().min(100).max(999) }))
          .max(8),
        intervalInSeconds: z.literal([10, 30]),
        path: z.string().regex(/^\//),
        port: z.int().min(1).max(65535),
        profileMonitorStatus: readOnly,
        protocol: z.enum(['HTTP', 'HTTPS', 'TCP']),
        timeoutInSeconds: z.int(),
        toleratedNumberOfFailures: z.int().min(0).max(9),
      }),
      profileStatus: z.enum(['Disabled', 'Enabled']),
      trafficRoutingMethod: z.enum(['Geographic', 'MultiValue', 'Performance', 'Priority', 'Subnet', 'Weighted']),
      trafficViewEnrollmentStatus: z.enum(['Disabled', 'Enabled']),
    },
    required: ['dnsConfig', 'monitorConfig', 'trafficRoutingMethod'],
  }),
  children: { endpoints: endpointTypes.map(endpoint) },
  check(profile, { store }) {
    const { relativeName } = profile.properties['dnsConfig'] as { readonly relativeName: string };
    const { intervalInSeconds: interval = 30, timeoutInSeconds: timeout = interval === 10 ? 9 : 10 } = profile
      .properties['monitorConfig'] as { readonly intervalInSeconds?: number; readonly timeoutInSeconds?: number };
    const longest = interval === 10 ? 9 : 10;
    if (timeout < 5 || timeout > longest) {
      throw badRequest(
        'BadRequest',
        `The monitor timeout of profile ${profile.name} must be 5 to ${longest} seconds with an interval of ${interval} seconds, got ${timeout}.`,
      );
    }
    const taken = store
      .ofType(type)
      .some(({ id, properties }) => id !== profile.id && nameIn(properties) === relativeName.toLowerCase());
    if (taken) {
      throw conflict('Conflict', `The relative DNS name ${relativeName} is already in use.`);
    }
  },
  complete: (profile) => ({
    ...profile,
    properties: {
      profileStatus: 'Enabled',
      ...profile.properties,
      dnsConfig: {
        ...(profile.properties['dnsConfig'] as JsonObject),
        fqdn: `${nameIn(profile.properties)}.trafficmanager.net`,
      },
    },
  }),
};

function nameIn(properties: JsonObject): string {
  return (properties['dnsConfig'] as { readonly relativeName: string }).relativeName.toLowerCase();
}

interface Endpoint {
  readonly priority?: number;
  readonly target?: string;
  readonly targetResourceId?: string;
}

function checkEndpoint(resource: Resource, azure: Azure): void {
  const profile = ResourceId.parse(resource.id).parent?.text ?? '';
  const siblings = endpointTypes
    .flatMap((kind) => azure.store.children(profile, `${type}/${kind}`))
    .filter(({ id }) => id !== resource.id);
  const { priority, targetResourceId, target } = resource.properties as Endpoint;
  if (priority !== undefined && siblings.some(({ properties }) => properties['priority'] === priority)) {
    throw badRequest(
      'BadRequest',
      `Two endpoints of profile ${profile} have the priority ${priority}; each must have its own.`,
    );
  }
  if (
    targetResourceId !== undefined &&
    siblings.some(({ properties }) => properties['targetResourceId'] === targetResourceId)
  ) {
    throw badRequest('BadRequest', `Two endpoints of profile ${profile} have the target ${targetResourceId}.`);
  }
  if (targetResourceId === undefined && target === undefined) {
    throw badRequest('BadRequest', `Endpoint ${resource.id} must have a target, or the id of a target resource.`);
  }
  if (resource.type.endsWith('azureEndpoints') && targetOf(resource, azure).target === undefined) {
    throw badRequest(
      'BadRequest',
      `The target resource ${targetResourceId ?? ''} of endpoint ${resource.id} must have a DNS name.`,
    );
  }
}

function targetOf({ properties }: Resource, { store }: Azure): { readonly target: string | undefined } {
  const address = store.find((properties as Endpoint).targetResourceId);
  const { fqdn } = (address?.properties['dnsSettings'] ?? {}) as { readonly fqdn?: string };
  return { target: fqdn };
}
