import { type Body } from '../environment-files';
import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  actionGroup,
  agent,
  alertRouting,
  dataCollection,
  diagnosticSetting,
  flowLog,
  keyVault,
  loadBalancer,
  metricAlert,
  profile,
  recoveryVault,
  virtualMachine,
  virtualNetwork,
  workspace,
} from './places';

const mirror = 'Mirror/LoadBalancer/Resource';
const vault = 'Security/KeyVault/Resource';
const server = 'Compute/Web/Server0/Resource';
const network = 'Network/VirtualNetwork';
const trafficManager = 'DisasterRecovery/TrafficManager/Resource';

/** Makes an attribute name a resource that exists and is not in the estate. */
const elsewhere = (attribute: string, type: string) =>
  set(attribute, `/subscriptions/s/resourceGroups/rg/providers/${type}/elsewhere`);

/** A mutant for each rule of the family `monitoring`. */
export const monitoring: readonly Mutant[] = [
  {
    rule: 'IRIS-MON-001',
    when: 'the setting of a vault is of another vault',
    at: diagnosticSetting('security', `${vault}/Diagnostics/Resource`),
    change: elsewhere('target_resource_id', 'Microsoft.KeyVault/vaults'),
    failsAt: keyVault('security', vault),
  },
  {
    rule: 'IRIS-MON-002',
    when: 'logs go to a storage account alone',
    at: diagnosticSetting('security', `${vault}/Diagnostics/Resource`),
    change: (setting: Body) => {
      elsewhere('storage_account_id', 'Microsoft.Storage/storageAccounts')(setting);
      omit('log_analytics_workspace_id')(setting);
    },
  },
  {
    rule: 'IRIS-MON-003',
    when: 'a setting sends metrics alone',
    at: diagnosticSetting('mirror', `${mirror}/Diagnostics/Resource`),
    change: (setting: Body) => {
      set('enabled_metric', [{ category: 'AllMetrics' }])(setting);
      omit('enabled_log')(setting);
    },
  },
  {
    rule: 'IRIS-MON-004',
    when: 'a server has another agent',
    at: agent('compute', `${server}/MonitorAgent/Resource`),
    change: set('type', 'OmsAgentForLinux'),
    failsAt: virtualMachine('compute', server),
  },
  {
    rule: 'IRIS-MON-005',
    when: 'nobody upgrades an agent',
    at: agent('compute', `${server}/MonitorAgent/Resource`),
    change: omit('automatic_upgrade_enabled'),
  },
  {
    rule: 'IRIS-MON-006',
    when: 'an agent follows no rule',
    at: dataCollection('compute', `${server}/MonitorAgent/RuleAssociation`),
    change: omit('data_collection_rule_id'),
    failsAt: virtualMachine('compute', server),
  },
  {
    rule: 'IRIS-MON-007',
    when: 'the flow log of a network is off',
    at: flowLog('network', `${network}/FlowLog/Resource`),
    change: set('enabled', false),
    failsAt: virtualNetwork('network', network),
  },
  {
    rule: 'IRIS-MON-008',
    when: 'records of flows are kept for a month',
    at: flowLog('network', `${network}/FlowLog/Resource`),
    change: within('retention_policy', set('days', 30)),
  },
  {
    rule: 'IRIS-MON-009',
    when: 'nobody sums up the flows',
    at: flowLog('network', `${network}/FlowLog/Resource`),
    change: omit('traffic_analytics'),
  },
  {
    rule: 'IRIS-MON-010',
    when: 'a flow log names a network security group too',
    at: flowLog('network', `${network}/FlowLog/Resource`),
    change: elsewhere('network_security_group_id', 'Microsoft.Network/networkSecurityGroups'),
  },
  {
    rule: 'IRIS-MON-011',
    when: 'nobody is told that a mirror has no primary',
    at: metricAlert('mirror', `${mirror}/NoPrimaryAlert/Resource`),
    change: set('enabled', false),
    failsAt: loadBalancer('mirror', mirror),
  },
  {
    rule: 'IRIS-MON-012',
    when: 'nobody is told that Traffic Manager finds no end point',
    at: metricAlert('dr', `${trafficManager}/AllDegradedAlert/Resource`),
    change: within('criteria', set('metric_name', 'QpsByEndpoint')),
    failsAt: profile('dr', trafficManager),
  },
  {
    rule: 'IRIS-MON-013',
    when: 'one machine is left out of the alert of the others',
    at: metricAlert('compute', 'ServerAvailabilityAlert/Resource'),
    change: (alert: Body, address) => {
      const left = `\${${address(virtualMachine('compute', server))}.id}`;
      alert['scopes'] = (alert['scopes'] as string[]).filter((scope) => scope !== left);
    },
    failsAt: virtualMachine('compute', server),
  },
  {
    rule: 'IRIS-MON-014',
    when: 'nobody is told that a vault fails requests',
    at: metricAlert('security', `${vault}/AvailabilityAlert/Resource`),
    change: set('enabled', false),
    failsAt: keyVault('security', vault),
  },
  {
    rule: 'IRIS-MON-015',
    when: 'the rule that tells of failed backups is off',
    at: alertRouting('backup', 'Backup/Vault/Resource/AlertRouting/Resource'),
    change: set('enabled', false),
    failsAt: recoveryVault('backup', 'Backup/Vault/Resource'),
  },
  {
    rule: 'IRIS-MON-016',
    when: 'an alert tells nobody',
    at: metricAlert('security', `${vault}/SaturationAlert/Resource`),
    change: omit('action'),
  },
  {
    rule: 'IRIS-MON-017',
    when: 'an action group has no receiver',
    at: actionGroup('monitoring', 'Monitoring/ActionGroup/Resource'),
    change: omit('email_receiver'),
  },
  {
    rule: 'IRIS-MON-018',
    when: 'logs are kept for a month',
    at: workspace('monitoring', 'Monitoring/Workspace/Resource'),
    change: set('retention_in_days', 30),
  },
  {
    rule: 'IRIS-MON-019',
    when: 'a workspace takes a shared key',
    at: workspace('monitoring', 'Monitoring/Workspace/Resource'),
    change: set('local_authentication_enabled', true),
  },
  {
    rule: 'IRIS-MON-020',
    when: 'an alert stays raised',
    at: metricAlert('mirror', `${mirror}/NoPrimaryAlert/Resource`),
    change: set('auto_mitigate', false),
  },
];
