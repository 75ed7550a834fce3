import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, identity, object, readOnly } from '../../arm/shape';

const streams = z.array(z.string()).min(1);

const facility = z.enum([
  '*',
  'alert',
  'audit',
  'auth',
  'authpriv',
  'clock',
  'cron',
  'daemon',
  'ftp',
  'kern',
  'local0',
  'local1',
  'local2',
  'local3',
  'local4',
  'local5',
  'local6',
  'local7',
  'lpr',
  'mail',
  'mark',
  'news',
  'nopri',
  'ntp',
  'syslog',
  'user',
  'uucp',
]);

const level = z.enum(['*', 'Alert', 'Critical', 'Debug', 'Emergency', 'Error', 'Info', 'Notice', 'Warning']);

interface Rule {
  readonly destinations: { readonly logAnalytics?: readonly { readonly name: string }[] };
  readonly dataFlows: readonly { readonly destinations: readonly string[] }[];
}

/**
 * What agents send, and where to: machines of Linux, to workspaces.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/data-collection-rules/create
 * @see https://learn.microsoft.com/azure/azure-monitor/essentials/data-collection-rule-structure
 */
export const dataCollectionRule: ResourceType = {
  type: 'Microsoft.Insights/dataCollectionRules',
  name: {
    pattern: /^[A-Za-z0-9][\w.-]{1,62}[A-Za-z0-9]$/,
    allowed: '3 to 64 letters, digits, underscores, periods and hyphens, beginning and ending with a letter or digit',
  },
  refersToOtherRegions: true,
  shape: bodyShape({
    properties: {
      dataCollectionEndpointId: z.string(),
      dataFlows: z.array(
        object(
          {
            builtInTransform: z.string(),
            destinations: z.array(z.string()).min(1),
            outputStream: z.string(),
            streams,
            transformKql: z.string(),
          },
          ['destinations', 'streams'],
        ),
      ),
      dataSources: object({
        performanceCounters: z.array(
          object(
            {
              counterSpecifiers: z.array(z.string().regex(/^\\?[^\\]+\\[^\\]+$/)).min(1),
              name: z.string().max(32),
              samplingFrequencyInSeconds: z.int().min(1).max(1800),
              streams,
              transformKql: z.string(),
            },
            ['counterSpecifiers', 'name', 'samplingFrequencyInSeconds', 'streams'],
          ),
        ),
        syslog: z.array(
          object(
            {
              facilityNames: z.array(facility).min(1),
              logLevels: z.array(level).min(1),
              name: z.string().max(32),
              streams,
              transformKql: z.string(),
            },
            ['facilityNames', 'logLevels', 'name', 'streams'],
          ),
        ),
      }),
      description: z.string(),
      destinations: object({
        logAnalytics: z.array(
          object({ name: z.string(), workspaceId: readOnly, workspaceResourceId: z.string() }, [
            'name',
            'workspaceResourceId',
          ]),
        ),
      }),
      endpoints: readOnly,
      immutableId: readOnly,
      metadata: readOnly,
      // Nothing but streams of one's own, which no agent of this architecture has.
      streamDeclarations: anything,
    },
    required: ['dataFlows', 'destinations'],
    beside: { identity, kind: z.enum(['Linux', 'Windows']) },
  }),
  check(rule) {
    const { destinations, dataFlows } = rule.properties as unknown as Rule;
    const names = (destinations.logAnalytics ?? []).map(({ name }) => name);
    const unknown = dataFlows.flatMap((flow) => flow.destinations).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw badRequest(
        'InvalidPayload',
        `Data collection rule is invalid: data flow names the destination '${unknown}', which is not among the destinations.`,
      );
    }
  },
  complete: (rule) => ({
    ...rule,
    properties: { ...rule.properties, immutableId: `dcr-${pseudoUuid(rule.id).replaceAll('-', '')}` },
  }),
};
