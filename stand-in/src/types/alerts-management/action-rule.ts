import { z } from 'zod';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object } from '../../arm/shape';

/**
 * A rule on alerts that are raised anyway: it tells more of those who should know.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/alert-processing-rules/create-or-update
 */
export const actionRule: ResourceType = {
  type: 'Microsoft.AlertsManagement/actionRules',
  name: {
    pattern: /^[\w.()-]{1,260}$/,
    allowed: '1 to 260 letters, digits, underscores, periods, parentheses and hyphens',
  },
  location: 'global',
  shape: bodyShape({
    properties: {
      actions: z
        .array(
          object({ actionGroupIds: z.array(z.string()).min(1), actionType: z.literal('AddActionGroups') }, [
            'actionGroupIds',
            'actionType',
          ]),
        )
        .min(1),
      conditions: z.array(object({ field: z.string(), operator: z.string(), values: z.array(z.string()) })),
      description: z.string(),
      enabled: z.boolean(),
      scopes: z.array(z.string()).min(1),
    },
    required: ['actions', 'scopes'],
  }),
};
