import { z } from 'zod';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly } from '../../arm/shape';

const span = z.string().regex(/^P(T\d+[MH]|\d+D)$/);

/**
 * An alert on what a query of logs finds.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/scheduled-query-rules/create-or-update
 */
export const scheduledQueryRule: ResourceType = {
  type: 'Microsoft.Insights/scheduledQueryRules',
  name: { pattern: /^[^*<>%{}&:\\?/#|]{1,260}$/, allowed: '1 to 260 characters, none of them *<>%{}&:\\?/#|' },
  shape: bodyShape({
    properties: {
      actions: object({
        actionGroups: z.array(z.string()).max(5),
        actionProperties: z.record(z.string(), z.string()),
        customProperties: z.record(z.string(), z.string()),
      }),
      autoMitigate: z.boolean(),
      checkWorkspaceAlertsStorageConfigured: z.boolean(),
      createdWithApiVersion: readOnly,
      criteria: object({
        allOf: z
          .array(
            object(
              {
                dimensions: z.array(object({ name: z.string(), operator: z.string(), values: z.array(z.string()) })),
                failingPeriods: object({
                  minFailingPeriodsToAlert: z.int().min(1).max(6),
                  numberOfEvaluationPeriods: z.int().min(1).max(6),
                }),
                metricMeasureColumn: z.string(),
                operator: z.enum(['Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual']),
                query: z.string(),
                resourceIdColumn: z.string(),
                threshold: z.number(),
                timeAggregation: z.enum(['Average', 'Count', 'Maximum', 'Minimum', 'Total']),
              },
              ['operator', 'query', 'timeAggregation'],
            ),
          )
          .min(1),
      }),
      description: z.string(),
      displayName: z.string(),
      enabled: z.boolean(),
      evaluationFrequency: span,
      isLegacyLogAnalyticsRule: readOnly,
      isWorkspaceAlertsStorageConfigured: readOnly,
      muteActionsDuration: span,
      overrideQueryTimeRange: span,
      resolveConfiguration: readOnly,
      scopes: z.array(z.string()).length(1),
      severity: z.int().min(0).max(4),
      skipQueryValidation: z.boolean(),
      targetResourceTypes: z.array(z.string()),
      windowSize: span,
    },
    required: ['criteria', 'evaluationFrequency', 'scopes', 'severity', 'windowSize'],
    beside: { identity, kind: z.enum(['LogAlert', 'LogToMetric']) },
  }),
  complete: (rule) => ({
    ...rule,
    properties: {
      isLegacyLogAnalyticsRule: false,
      isWorkspaceAlertsStorageConfigured: false,
      createdWithApiVersion: '2023-03-15-preview',
      ...rule.properties,
    },
  }),
};
