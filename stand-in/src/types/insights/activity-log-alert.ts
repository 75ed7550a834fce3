import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object } from '../../arm/shape';

const leaf = { containsAny: z.array(z.string()), equals: z.string(), field: z.string() };

interface Condition {
  readonly allOf: readonly { readonly field?: string; readonly equals?: string; readonly anyOf?: unknown }[];
}

/**
 * An alert on what the activity log tells of a subscription or its groups.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/activity-log-alerts/create-or-update
 */
export const activityLogAlert: ResourceType = {
  type: 'Microsoft.Insights/activityLogAlerts',
  name: { pattern: /^[^*#&+:<>?@%{}\\/]{1,260}$/, allowed: '1 to 260 characters, none of them *#&+:<>?@%{}\\/' },
  location: 'global',
  shape: bodyShape({
    properties: {
      actions: object({
        actionGroups: z.array(
          object({ actionGroupId: z.string(), webhookProperties: z.record(z.string(), z.string()) }, ['actionGroupId']),
        ),
      }),
      condition: object({ allOf: z.array(object({ ...leaf, anyOf: z.array(object(leaf)) })).min(1) }, ['allOf']),
      description: z.string(),
      enabled: z.boolean(),
      scopes: z.array(z.string()).min(1),
    },
    required: ['actions', 'condition', 'scopes'],
  }),
  check({ properties }) {
    const { allOf } = properties['condition'] as unknown as Condition;
    if (!allOf.some(({ field, equals }) => field === 'category' && equals !== undefined)) {
      throw badRequest('BadRequest', "The condition must have a leaf on the field 'category'.");
    }
  },
};
