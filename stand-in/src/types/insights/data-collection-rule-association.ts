import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';

/**
 * The rule that the agent of a machine follows; the machine may be in another region than the rule's workspace, but not in
 * another than the rule.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/data-collection-rule-associations/create
 */
export const dataCollectionRuleAssociation: ResourceType = {
  type: 'Microsoft.Insights/dataCollectionRuleAssociations',
  name: {
    pattern: /^[A-Za-z0-9][\w.-]{1,62}[A-Za-z0-9]$/,
    allowed: '3 to 64 letters, digits, underscores, periods and hyphens, beginning and ending with a letter or digit',
  },
  extension: true,
  location: 'none',
  shape: bodyShape({
    properties: {
      dataCollectionEndpointId: z.string(),
      dataCollectionRuleId: z.string(),
      description: z.string(),
      metadata: readOnly,
    },
  }),
  check({ properties }) {
    const { dataCollectionRuleId, dataCollectionEndpointId } = properties;
    if ((dataCollectionRuleId === undefined) === (dataCollectionEndpointId === undefined)) {
      throw badRequest(
        'InvalidPayload',
        'Data collection rule association must name either a data collection rule or a data collection endpoint.',
      );
    }
  },
};
