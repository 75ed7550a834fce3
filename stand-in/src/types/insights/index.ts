import { type ResourceType } from '../../arm/resource-type';
import { actionGroup } from './action-group';
import { activityLogAlert } from './activity-log-alert';
import { dataCollectionRule } from './data-collection-rule';
import { dataCollectionRuleAssociation } from './data-collection-rule-association';
import { diagnosticSetting } from './diagnostic-setting';
import { metricAlert } from './metric-alert';
import { scheduledQueryRule } from './scheduled-query-rule';

/** Types of Microsoft.Insights. */
export const insightsTypes: readonly ResourceType[] = [
  actionGroup,
  activityLogAlert,
  dataCollectionRule,
  dataCollectionRuleAssociation,
  diagnosticSetting,
  metricAlert,
  scheduledQueryRule,
];
