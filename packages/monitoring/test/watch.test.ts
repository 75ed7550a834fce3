import { type ResourceGroup } from '@iris-azure/foundation';
import { diagnosticLogs } from '@iris-azure/monitoring';
import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { Lb } from '@cdktf/provider-azurerm/lib/lb';
import { NatGateway } from '@cdktf/provider-azurerm/lib/nat-gateway';
import { RecoveryServicesVault } from '@cdktf/provider-azurerm/lib/recovery-services-vault';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { VirtualNetworkGateway } from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { Server, type ServerProps } from '@iris-azure/server';
import { type TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { testIdentity, testNetwork, testPlacement, testServerEnvironment } from '../../../test/support';
import { synthesizedWatch } from './test-monitoring';

function inGroup({ name, location }: ResourceGroup, resource: string) {
  return { name: resource, resourceGroupName: name, location };
}

function vault(stack: Construct, group: ResourceGroup): void {
  new KeyVault(stack, 'Vault', { ...inGroup(group, 'kv-unit'), skuName: 'premium', tenantId: 'tenant' });
}

function server(stack: Construct, group: ResourceGroup, name: string, props: Partial<ServerProps> = {}): void {
  new Server(stack, name, {
    ...testServerEnvironment(group),
    name,
    size: 'Standard_D4s_v5',
    subnet: testNetwork(group).subnets.web,
    placement: testPlacement,
    identity: testIdentity,
    tags: { 'iris-role': 'web' },
    ...props,
  });
}

function balancer(stack: Construct, group: ResourceGroup, endpoint: string): void {
  new Lb(stack, 'Balancer', { ...inGroup(group, `lbi-${endpoint}`), tags: { 'iris-endpoint': endpoint } });
}

describe('diagnostic settings', () => {
  test('a resource that has logs sends all of them to the workspace, under one name', () => {
    const watched = synthesizedWatch(vault);
    const setting = watched.at('Vault/Diagnostics');

    expect(setting.values).toMatchObject({
      name: 'iris',
      target_resource_id: watched.only('azurerm_key_vault').reference('id'),
      log_analytics_workspace_id: watched.only('azurerm_log_analytics_workspace').reference('id'),
      enabled_log: [{ category_group: 'allLogs' }],
    });
  });

  test('a resource without logs has no setting', () => {
    const watched = synthesizedWatch((stack, group) => {
      new NatGateway(stack, 'NatGateway', inGroup(group, 'ng-unit'));
    });

    expect(watched.resources('azurerm_monitor_diagnostic_setting').map(({ path }) => path)).not.toContain(
      'NatGateway/Diagnostics/Resource',
    );
  });

  test('what the monitoring is made of is watched too, a storage account by its services', () => {
    const watched = synthesizedWatch(() => undefined);

    expect(
      watched
        .resources('azurerm_monitor_diagnostic_setting')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      'Monitoring/FlowLogStorage/Resource/blobServicesDiagnostics/Resource',
      'Monitoring/FlowLogStorage/Resource/fileServicesDiagnostics/Resource',
      'Monitoring/Workspace/Resource/Diagnostics/Resource',
    ]);
  });

  test('a vault for backups fills tables of its own, without what they hold twice', () => {
    const watched = synthesizedWatch((stack, group) => {
      new RecoveryServicesVault(stack, 'Vault', { ...inGroup(group, 'rsv-unit'), sku: 'Standard' });
    });

    const { values } = watched.at('Vault/Diagnostics');
    expect(values['log_analytics_destination_type']).toBe('Dedicated');
    expect(JSON.stringify(values['enabled_log'])).toContain('AddonAzureBackupJobs');
    expect(JSON.stringify(values['enabled_log'])).not.toContain('AzureBackupReport');
  });

  test.each(Object.entries(diagnosticLogs))('%s sends either a group or categories', (_type, logs) => {
    for (const { categoryGroup, categories = [] } of logs) {
      expect(categoryGroup === undefined).toBe(categories.length > 0);
    }
  });
});

describe('servers', () => {
  const watched = synthesizedWatch((stack, group) => {
    server(stack, group, 'web-0');
    server(stack, group, 'web-1');
  });

  test('each has an agent that Azure keeps up to date, under the identity of the server', () => {
    const agent = watched.at('web-0/Resource/MonitorAgent');

    expect(agent.values).toMatchObject({
      publisher: 'Microsoft.Azure.Monitor',
      type: 'AzureMonitorLinuxAgent',
      automatic_upgrade_enabled: true,
      virtual_machine_id: watched.at('web-0').reference('id'),
    });
    expect(JSON.parse(agent.values['settings'] as string)).toEqual({
      authentication: { managedIdentity: { 'identifier-name': 'mi_res_id', 'identifier-value': testIdentity.id } },
    });
  });

  test('each follows the data collection rule', () => {
    expect(watched.at('web-1/Resource/MonitorAgent/RuleAssociation').values).toMatchObject({
      target_resource_id: watched.at('web-1').reference('id'),
      data_collection_rule_id: watched.only('azurerm_monitor_data_collection_rule').reference('id'),
    });
  });

  test('they share their alerts, so that another server changes no address', () => {
    expect(watched.at('ServerCpuAlert').values).toMatchObject({
      scopes: [watched.at('web-0').reference('id'), watched.at('web-1').reference('id')],
      target_resource_type: 'Microsoft.Compute/virtualMachines',
      target_resource_location: 'westeurope',
    });
  });

  test('one that its owner stopped raises no alert', () => {
    expect(watched.at('ServerAvailabilityAlert').block('criteria')['dimension']).toEqual([
      { name: 'Context', operator: 'Exclude', values: ['Customer'] },
    ]);
  });

  test('its agent waits for its disks, and for those of no other', () => {
    const journal = { name: 'journal', volume: 'journal', lun: 0, sizeGib: 64, caching: 'None' } as const;
    const two = synthesizedWatch((stack, group) => {
      server(stack, group, 'db-0', { dataDisks: [journal] });
      server(stack, group, 'db-1', { dataDisks: [journal] });
    });

    expect(two.at('db-0/Resource/MonitorAgent').values['depends_on']).toEqual([
      two.at('db-0/Journal/Attachment').address,
    ]);
  });

  test('a firewall appliance takes no agent, and is watched from outside', () => {
    const appliance = synthesizedWatch((stack, group) => {
      server(stack, group, 'fw-0', { identity: undefined, tags: { 'iris-role': 'firewall' } });
    });

    expect(appliance.resources('azurerm_virtual_machine_extension')).toEqual([]);
    expect(appliance.at('ServerAvailabilityAlert').values['scopes']).toEqual([appliance.at('fw-0').reference('id')]);
  });

  test('fails on one without identity', () => {
    expect(() =>
      synthesizedWatch((stack, group) => {
        server(stack, group, 'web-0', { identity: undefined });
      }),
    ).toThrow('the monitoring agent signs in under a user-assigned identity, got none; set identity');
  });
});

describe('load balancers', () => {
  const mirror = (props = {}) =>
    synthesizedWatch((stack, group) => {
      balancer(stack, group, 'mirror');
    }, props);

  test('of a mirror, one member of two must answer: neither none nor both', () => {
    const watched = mirror();

    expect(watched.at('Balancer/NoPrimaryAlert').block('criteria')).toMatchObject({
      metric_name: 'DipAvailability',
      operator: 'LessThan',
      threshold: 25,
    });
    expect(watched.at('Balancer/TwoPrimariesAlert').block('criteria')).toMatchObject({
      operator: 'GreaterThan',
      threshold: 75,
    });
  });

  test('of another tier, every server must answer', () => {
    const watched = synthesizedWatch((stack, group) => {
      balancer(stack, group, 'web-internal');
    });

    expect(watched.at('Balancer/NoServerAlert').values).toMatchObject({ severity: 0, enabled: true });
    expect(watched.at('Balancer/ServerOutAlert').values).toMatchObject({ severity: 2, enabled: true });
  });

  test('of a firewall, alerts are on in both regions', () => {
    const watched = synthesizedWatch(
      (stack, group) => {
        balancer(stack, group, 'firewall-inside');
      },
      { serving: false },
    );

    expect(watched.at('Balancer/NoServerAlert').values).toMatchObject({ enabled: true });
  });

  test('alerts of the region that does not serve are off until somebody turns them on', () => {
    const { values } = mirror({ serving: false }).at('Balancer/NoPrimaryAlert');

    expect(values).toMatchObject({ enabled: false, lifecycle: { ignore_changes: ['enabled'] } });
  });

  test('alerts tell what to do, and whom', () => {
    const watched = mirror();
    const { values } = watched.at('Balancer/NoPrimaryAlert');

    expect(values['name']).toBe('alert-lbi-mirror-no-primary');
    expect(values['description']).toContain('Sign in to both members');
    expect(values['action']).toEqual([
      { action_group_id: watched.only('azurerm_monitor_action_group').reference('id') },
    ]);
  });
});

describe('networks', () => {
  test('each records its flows in version 2 for 90 days, summed up in the workspace', () => {
    const watched = synthesizedWatch((stack, group) => {
      new VirtualNetwork(stack, 'Network', { ...inGroup(group, 'vnet-unit'), addressSpace: ['10.0.0.0/21'] });
    });

    expect(watched.at('Network/FlowLog').values).toMatchObject({
      network_watcher_name: 'NetworkWatcher_westeurope',
      resource_group_name: 'NetworkWatcherRG',
      target_resource_id: watched.only('azurerm_virtual_network').reference('id'),
      enabled: true,
      version: 2,
      retention_policy: { enabled: true, days: 90 },
      traffic_analytics: {
        enabled: true,
        workspace_id: watched.only('azurerm_log_analytics_workspace').reference('workspace_id'),
      },
    });
  });

  test('fails to keep flows for less than 90 days', () => {
    expect(() =>
      synthesizedWatch(
        (stack, group) => {
          new VirtualNetwork(stack, 'Network', { ...inGroup(group, 'vnet-unit'), addressSpace: ['10.0.0.0/21'] });
        },
        { flowLogRetentionDays: 30 },
      ),
    ).toThrow('records of flows must be kept for 90 to 365 days, got 30; set retentionDays');
  });

  test.each([
    ['ExpressRoute', undefined, 'CpuAlert'],
    ['Vpn', true, 'BgpPeerAlert'],
  ])('a gateway of type %s has an alert of its own', (type, enableBgp, alert) => {
    const watched = synthesizedWatch((stack, group) => {
      gateway(stack, group, type, enableBgp);
    });

    expect(watched.at(`Gateway/${alert}`).values).toMatchObject({ auto_mitigate: true });
  });

  test('a VPN gateway without BGP has no alert on its peers', () => {
    const watched = synthesizedWatch((stack, group) => {
      gateway(stack, group, 'Vpn', false);
    });

    expect(watched.resources('azurerm_monitor_metric_alert')).toEqual([]);
  });
});

test('alerts of Azure Backup reach the action group', () => {
  const watched = synthesizedWatch((stack, group) => {
    new RecoveryServicesVault(stack, 'Vault', { ...inGroup(group, 'rsv-unit'), sku: 'Standard' });
  });

  expect(watched.only('azurerm_monitor_alert_processing_rule_action_group').values).toMatchObject({
    scopes: [watched.only('azurerm_recovery_services_vault').reference('id')],
    add_action_group_ids: [watched.only('azurerm_monitor_action_group').reference('id')],
  });
});

test('the health of all groups of a stack is watched', () => {
  const watched = synthesizedWatch(vault);

  expect(watched.at('ResourceHealthAlert').values['scopes']).toEqual(
    watched.resources('azurerm_resource_group').map((group) => group.reference('id')),
  );
});

function gateway(stack: TerraformStack, group: ResourceGroup, type: string, enableBgp?: boolean): void {
  new VirtualNetworkGateway(stack, 'Gateway', {
    ...inGroup(group, 'vgw-unit'),
    type,
    sku: 'VpnGw1AZ',
    enableBgp,
    ipConfiguration: [{ subnetId: 'subnet', publicIpAddressId: 'address' }],
  });
}
