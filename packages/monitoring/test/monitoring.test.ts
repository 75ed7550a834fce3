import { findRegion, IrisStack } from '@iris-azure/foundation';
import { LogAnalyticsWorkspace, MonitoringStack, watch } from '@iris-azure/monitoring';
import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { App } from 'cdktf';
import { SynthesizedStack } from '../../../test/support/synthesized-stack';
import { inTemporaryFolder } from '../../../test/support/temporary-folder';
import { testDeployment } from '../../../test/support';
import { synthesizedMonitoring, testReceivers } from './test-monitoring';

const existing = {
  workspaceId:
    '/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central',
  customerId: '33333333-3333-3333-3333-333333333333',
  location: 'northeurope',
};

const monitoring = synthesizedMonitoring();

describe('workspace', () => {
  test('is paid by gigabyte, keeps logs for a year, and knows Entra ID only', () => {
    expect(monitoring.only('azurerm_log_analytics_workspace').values).toMatchObject({
      sku: 'PerGB2018',
      retention_in_days: 365,
      local_authentication_enabled: false,
    });
  });

  test('has no cap unless one is set', () => {
    expect(monitoring.only('azurerm_log_analytics_workspace').values).not.toHaveProperty('daily_quota_gb');
    expect(synthesizedMonitoring({ dailyCapGb: 5 }).only('azurerm_log_analytics_workspace').values).toMatchObject({
      daily_quota_gb: 5,
    });
  });

  test.each([29, 731, 30.5])('fails to keep logs for %d days', (retentionDays) => {
    expect(() => synthesizedMonitoring({ retentionDays })).toThrow(
      `logs must be kept for 30 to 730 days, got ${retentionDays}; set retentionDays`,
    );
  });

  test('fails with a cap of nothing', () => {
    expect(() => synthesizedMonitoring({ dailyCapGb: 0 })).toThrow('daily cap must be more than 0 GB, got 0');
  });

  test('may be one that exists in another subscription', () => {
    const central = synthesizedMonitoring({ workspace: LogAnalyticsWorkspace.fromWorkspaceId(existing) });

    expect(central.resources('azurerm_log_analytics_workspace')).toEqual([]);
    expect(central.at('Monitoring/DataCollectionRule').values).toMatchObject({
      destinations: { log_analytics: [{ workspace_resource_id: existing.workspaceId }] },
    });
  });

  test('fails to import what is no workspace', () => {
    expect(() => LogAnalyticsWorkspace.fromWorkspaceId({ ...existing, workspaceId: 'log-central' })).toThrow(
      "must be the resource id of a Log Analytics workspace, got 'log-central'; set workspaceId",
    );
    expect(() => LogAnalyticsWorkspace.fromWorkspaceId({ ...existing, customerId: 'log-central' })).toThrow(
      "customer id of a workspace must be a GUID, got 'log-central'; set customerId",
    );
  });
});

describe('action group', () => {
  test('mails and posts in the common alert schema', () => {
    const receivers = { ...testReceivers, webhooks: { 'on-call': 'https://on-call.contoso.example/azure' } };
    const group = synthesizedMonitoring({ receivers }).only('azurerm_monitor_action_group');

    expect(group.blocks('email_receiver')).toEqual([
      { name: 'operations', email_address: 'operations@contoso.example', use_common_alert_schema: true },
    ]);
    expect(group.blocks('webhook_receiver')).toEqual([
      { name: 'on-call', service_uri: 'https://on-call.contoso.example/azure', use_common_alert_schema: true },
    ]);
  });

  test('signs with at most 12 characters', () => {
    expect(monitoring.only('azurerm_monitor_action_group').values['short_name']).toBe('trakcaretest');
  });

  test('fails without receivers', () => {
    expect(() => synthesizedMonitoring({ receivers: {} })).toThrow(
      'alerts must reach somebody, got no receiver; set emails or webhooks',
    );
  });

  test('fails on addresses that are none, with all of them', () => {
    const receivers = { emails: { one: 'operations' }, webhooks: { two: 'http://on-call.contoso.example' } };

    expect(() => synthesizedMonitoring({ receivers })).toThrow(
      /name@domain, got 'operations'; set emails; .*https:\/\/, got 'http:\/\/on-call.contoso.example'; set webhooks/,
    );
  });
});

describe('what else a region has', () => {
  test('records of flows are kept in three zones, without versions', () => {
    expect(monitoring.only('azurerm_storage_account').values).toMatchObject({
      account_replication_type: 'ZRS',
      blob_properties: { versioning_enabled: false },
    });
  });

  test('servers send counters of every file system and system messages', () => {
    const sources = monitoring.only('azurerm_monitor_data_collection_rule').block('data_sources');

    expect(JSON.stringify(sources)).toContain('Logical Disk(*)\\\\% Used Space');
    expect(JSON.stringify(sources)).toContain('authpriv');
  });

  test("incidents of Azure in the region are told, by the region's display name", () => {
    expect(monitoring.at('Monitoring/ServiceHealthAlert').block('criteria')).toMatchObject({
      category: 'ServiceHealth',
      service_health: { locations: ['West Europe', 'Global'] },
    });
  });

  test.each(['FileSystemAlert', 'BackupScriptAlert', 'IngestionAlert'])('%s asks the workspace', (id) => {
    const alert = monitoring.at(`Monitoring/${id}`);

    expect(alert.values['scopes']).toEqual([monitoring.only('azurerm_log_analytics_workspace').reference('id')]);
    expect(alert.block('action')).toEqual({
      action_groups: [monitoring.only('azurerm_monitor_action_group').reference('id')],
    });
  });
});

test('a stack is watched by the monitoring of an earlier one', () => {
  inTemporaryFolder((outdir) => {
    const app = new App({ outdir, stackTraces: false });
    const first = new MonitoringStack(app, {
      deployment: testDeployment,
      region: findRegion('westeurope'),
      receivers: testReceivers,
    });
    const stack = new IrisStack(app, 'security', { deployment: testDeployment });
    new KeyVault(stack, 'Vault', {
      name: 'kv-unit',
      resourceGroupName: 'rg-unit',
      location: 'westeurope',
      skuName: 'premium',
      tenantId: '44444444-4444-4444-4444-444444444444',
    });
    watch(stack, first.monitoring);
    app.synth();

    const setting = SynthesizedStack.read(outdir, stack.node.id).only('azurerm_monitor_diagnostic_setting');
    expect(setting.values['log_analytics_workspace_id']).toMatch(/^\$\{data\.terraform_remote_state\./);
    const outputs = SynthesizedStack.read(outdir, first.node.id).document['output'];
    expect(JSON.stringify(outputs)).toContain('azurerm_log_analytics_workspace');
  });
});
