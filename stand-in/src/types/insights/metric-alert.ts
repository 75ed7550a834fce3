import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { dimensionsOf } from './metrics';

/** Types of which one alert watches several resources, in lower case. @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types */
const watchedTogether = new Set(['microsoft.compute/virtualmachines', 'microsoft.keyvault/vaults']);

const criterion = object(
  {
    criterionType: z.literal('StaticThresholdCriterion'),
    dimensions: z.array(
      object(
        {
          name: z.string(),
          operator: z.enum(['Exclude', 'Include', 'StartsWith']),
          values: z.array(z.string()).min(1),
        },
        ['name', 'operator', 'values'],
      ),
    ),
    metricName: z.string(),
    metricNamespace: z.string(),
    name: z.string(),
    operator: z.enum(['Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual']),
    skipMetricValidation: z.boolean(),
    threshold: z.number(),
    timeAggregation: z.enum(['Average', 'Count', 'Maximum', 'Minimum', 'Total']),
  },
  ['criterionType', 'metricName', 'name', 'operator', 'threshold', 'timeAggregation'],
);

const minutes: Readonly<Record<string, number>> = {
  PT1M: 1,
  PT5M: 5,
  PT15M: 15,
  PT30M: 30,
  PT1H: 60,
  PT6H: 360,
  PT12H: 720,
  P1D: 1440,
};

interface Alert {
  readonly scopes: readonly string[];
  readonly evaluationFrequency: string;
  readonly windowSize: string;
  readonly targetResourceType?: string;
  readonly targetResourceRegion?: string;
  readonly criteria: {
    readonly allOf?: readonly {
      readonly metricName: string;
      readonly metricNamespace?: string;
      readonly dimensions?: readonly { readonly name: string }[];
    }[];
  };
}

/**
 * An alert on a metric that leaves a fixed threshold.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/metric-alerts/create-or-update
 */
export const metricAlert: ResourceType = {
  type: 'Microsoft.Insights/metricAlerts',
  name: {
    pattern: /^[^*#&+:<>?@%{}\\/]{1,259}[^*#&+:<>?@%{}\\/ .]$/,
    allowed: '2 to 260 characters, none of them *#&+:<>?@%{}\\/',
  },
  location: 'global',
  createdStatus: 200,
  shape: bodyShape({
    properties: {
      actions: z.array(
        object({ actionGroupId: z.string(), webHookProperties: z.record(z.string(), z.string()) }, ['actionGroupId']),
      ),
      autoMitigate: z.boolean(),
      criteria: object(
        {
          allOf: z.array(criterion).min(1).max(5),
          'odata.type': z.literal('Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'),
        },
        ['allOf', 'odata.type'],
      ),
      description: z.string(),
      enabled: z.boolean(),
      evaluationFrequency: z.enum(['PT1M', 'PT5M', 'PT15M', 'PT30M', 'PT1H']),
      isMigrated: readOnly,
      lastUpdatedTime: readOnly,
      scopes: z.array(z.string()).min(1),
      severity: z.int().min(0).max(4),
      targetResourceRegion: z.string(),
      targetResourceType: z.string(),
      windowSize: z.enum(Object.keys(minutes) as [string, ...string[]]),
    },
    required: ['criteria', 'enabled', 'evaluationFrequency', 'scopes', 'severity', 'windowSize'],
  }),
  check({ properties }) {
    const alert = properties as unknown as Alert;
    const types = new Set(alert.scopes.map((scope) => ResourceId.parse(scope).type.toLowerCase()));
    const [type = ''] = types;
    if (types.size > 1 || (alert.scopes.length > 1 && !watchedTogether.has(type))) {
      throw badRequest('BadRequest', `Alert scope is invalid: one alert cannot watch several of ${[...types].join()}.`);
    }
    if (alert.scopes.length > 1 && (!alert.targetResourceType || !alert.targetResourceRegion)) {
      throw badRequest(
        'BadRequest',
        'Target resource type and region must be specified for an alert on several resources.',
      );
    }
    if ((minutes[alert.evaluationFrequency] ?? 0) > (minutes[alert.windowSize] ?? 0)) {
      throw badRequest(
        'BadRequest',
        `The evaluation frequency ${alert.evaluationFrequency} must not be longer than the window size ${alert.windowSize}.`,
      );
    }
    for (const { metricName, metricNamespace = type, dimensions = [] } of alert.criteria.allOf ?? []) {
      checkMetric(
        type,
        metricNamespace,
        metricName,
        dimensions.map(({ name }) => name),
      );
    }
  },
};

function checkMetric(type: string, namespace: string, metric: string, asked: readonly string[]): void {
  const dimensions = namespace.toLowerCase() === type ? dimensionsOf(namespace, metric) : undefined;
  if (!dimensions) {
    throw badRequest('BadRequest', `Couldn't find a metric named ${metric} of ${type} in namespace ${namespace}.`);
  }
  const wrong = asked.find((name) => !dimensions.includes(name));
  if (wrong !== undefined) {
    throw badRequest('BadRequest', `Couldn't find a dimension named ${wrong} of metric ${metric}.`);
  }
}
