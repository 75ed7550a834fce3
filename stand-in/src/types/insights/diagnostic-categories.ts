/**
 * Categories of logs by type of resource, as of 2026-06-19, as far as the stand-in knows the types.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/logs-index
 */
const categories: Readonly<Record<string, readonly string[]>> = {
  'microsoft.automation/automationaccounts': ['AuditEvent', 'DscNodeStatus', 'JobLogs', 'JobStreams'],
  'microsoft.keyvault/vaults': ['AuditEvent', 'AzurePolicyEvaluationDetails'],
  'microsoft.network/applicationgateways': [
    'ApplicationGatewayAccessLog',
    'ApplicationGatewayFirewallLog',
    'ApplicationGatewayPerformanceLog',
  ],
  'microsoft.network/azurefirewalls': [
    'AZFWApplicationRule',
    'AZFWApplicationRuleAggregation',
    'AZFWDnsQuery',
    'AZFWFatFlow',
    'AZFWFlowTrace',
    'AZFWFqdnResolveFailure',
    'AZFWIdpsSignature',
    'AZFWNatRule',
    'AZFWNatRuleAggregation',
    'AZFWNetworkRule',
    'AZFWNetworkRuleAggregation',
    'AZFWThreatIntel',
    'AzureFirewallApplicationRule',
    'AzureFirewallDnsProxy',
    'AzureFirewallNetworkRule',
  ],
  'microsoft.network/bastionhosts': ['BastionAuditLogs'],
  'microsoft.network/expressroutecircuits': ['PeeringRouteLog'],
  'microsoft.network/loadbalancers': ['LoadBalancerHealthEvent'],
  'microsoft.network/networksecuritygroups': ['NetworkSecurityGroupEvent', 'NetworkSecurityGroupRuleCounter'],
  'microsoft.network/publicipaddresses': [
    'DDoSMitigationFlowLogs',
    'DDoSMitigationReports',
    'DDoSProtectionNotifications',
  ],
  'microsoft.network/trafficmanagerprofiles': ['ProbeHealthStatusEvents'],
  'microsoft.network/virtualnetworkgateways': [
    'GatewayDiagnosticLog',
    'IKEDiagnosticLog',
    'P2SDiagnosticLog',
    'RouteDiagnosticLog',
    'TunnelDiagnosticLog',
  ],
  'microsoft.network/virtualnetworks': ['VMProtectionAlerts'],
  'microsoft.operationalinsights/workspaces': ['Audit', 'SummaryLogs'],
  'microsoft.recoveryservices/vaults': [
    'AddonAzureBackupAlerts',
    'AddonAzureBackupJobs',
    'AddonAzureBackupPolicy',
    'AddonAzureBackupProtectedInstance',
    'AddonAzureBackupStorage',
    'AzureBackupReport',
    'CoreAzureBackup',
  ],
  'microsoft.storage/storageaccounts/blobservices': ['StorageDelete', 'StorageRead', 'StorageWrite'],
  'microsoft.storage/storageaccounts/fileservices': ['StorageDelete', 'StorageRead', 'StorageWrite'],
};

/** Categories that resources of a type have; nothing for a type that has no logs. */
export function categoriesOf(type: string): readonly string[] {
  return categories[type.toLowerCase()] ?? [];
}
