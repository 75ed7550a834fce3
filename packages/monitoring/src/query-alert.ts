import { type IResourceGroup } from '@iris-azure/foundation';
import { MonitorScheduledQueryRulesAlertV2 } from '@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2';
import { Construct } from 'constructs';
import { type IActionGroup } from './action-group';
import { type ILogAnalyticsWorkspace } from './log-analytics-workspace';
import { type AlertSeverity } from './metric-alert';

/** One alert on what logs say: raised when the query finds anything. */
export interface QueryAlertSpec {
  /** Construct id, which never changes. */
  readonly id: string;
  /** Last part of the alert's name. */
  readonly name: string;
  /** How bad it is. */
  readonly severity: AlertSeverity;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do. */
  readonly whatToDo: string;
  /** Query in KQL. */
  readonly query: string;
}

/** Properties of {@link QueryAlert}. */
export interface QueryAlertProps {
  /** Resource group of the alert, in the region of the workspace. */
  readonly resourceGroup: IResourceGroup;
  /** What is watched for. */
  readonly spec: QueryAlertSpec;
  /** Workspace whose logs are asked every 15 minutes. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** Who is told. */
  readonly actionGroup: IActionGroup;
}

/** Alert on what the logs of a workspace say, which resolves itself. */
export class QueryAlert extends Construct {
  public constructor(scope: Construct, id: string, { resourceGroup, spec, workspace, actionGroup }: QueryAlertProps) {
    super(scope, id);
    new MonitorScheduledQueryRulesAlertV2(this, 'Resource', {
      name: resourceGroup.nameOf('alert', spec.name),
      resourceGroupName: resourceGroup.name,
      location: workspace.location,
      description: `${spec.meaning} ${spec.whatToDo}`,
      scopes: [workspace.id],
      severity: spec.severity,
      evaluationFrequency: 'PT15M',
      windowDuration: 'PT15M',
      autoMitigationEnabled: true,
      // The tables are there with the first record only.
      skipQueryValidation: true,
      criteria: [{ query: spec.query, timeAggregationMethod: 'Count', operator: 'GreaterThan', threshold: 0 }],
      action: { actionGroups: [actionGroup.id] },
      tags: resourceGroup.tags(),
    });
  }
}
