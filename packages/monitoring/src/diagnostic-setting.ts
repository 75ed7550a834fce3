import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { Construct } from 'constructs';
import { type DiagnosticLogs } from './diagnostic-logs';
import { type ILogAnalyticsWorkspace } from './log-analytics-workspace';

/** Properties of {@link DiagnosticSetting}. */
export interface DiagnosticSettingProps {
  /** Resource id of the resource whose logs are sent. */
  readonly resourceId: string;
  /** Which of them. */
  readonly logs: DiagnosticLogs;
  /** Workspace to which they go. */
  readonly workspace: ILogAnalyticsWorkspace;
}

/**
 * Sends the logs of one resource to a workspace. Metrics are not sent: Azure Monitor keeps them for 93 days, and alerts read
 * them there.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 */
export class DiagnosticSetting extends Construct {
  public constructor(scope: Construct, id: string, { resourceId, logs, workspace }: DiagnosticSettingProps) {
    super(scope, id);
    new MonitorDiagnosticSetting(this, 'Resource', {
      name: 'iris',
      targetResourceId: logs.part ? `${resourceId}/${logs.part}` : resourceId,
      logAnalyticsWorkspaceId: workspace.id,
      logAnalyticsDestinationType: logs.ownTables && 'Dedicated',
      enabledLog: logs.categoryGroup
        ? [{ categoryGroup: logs.categoryGroup }]
        : (logs.categories ?? []).map((category) => ({ category })),
    });
  }
}
