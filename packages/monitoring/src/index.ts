export { ActionGroup, type ActionGroupProps, type AlertReceivers, type IActionGroup } from './action-group';
export { BackupAlertRouting, type BackupAlertRoutingProps } from './backup-alert-routing';
export { DataCollectionRule, type DataCollectionRuleProps, type IDataCollectionRule } from './data-collection-rule';
export { type DiagnosticLogs, diagnosticLogs } from './diagnostic-logs';
export { DiagnosticSetting, type DiagnosticSettingProps } from './diagnostic-setting';
export { FlowLog, type FlowLogProps, type NetworkWatcher } from './flow-log';
export {
  ResourceHealthAlert,
  type ResourceHealthAlertProps,
  ServiceHealthAlert,
  type ServiceHealthAlertProps,
} from './health-alerts';
export {
  type ILogAnalyticsWorkspace,
  LogAnalyticsWorkspace,
  type LogAnalyticsWorkspaceProps,
  type WorkspaceAttributes,
} from './log-analytics-workspace';
export {
  type AlertSeverity,
  type AlertSpan,
  MetricAlert,
  type MetricAlertProps,
  type MetricAlertSpec,
  type MetricCondition,
  type MetricDimension,
} from './metric-alert';
export { MonitorAgent, type MonitorAgentProps } from './monitor-agent';
export { type IMonitoring, Monitoring, type MonitoringProps, type MonitoringSettings } from './monitoring';
export { MonitoringStack, type MonitoringStackProps } from './monitoring-stack';
export { QueryAlert, type QueryAlertProps, type QueryAlertSpec } from './query-alert';
export { watch } from './watch';
