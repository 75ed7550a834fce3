import { Refusal, resourceName } from '@iris-azure/foundation';
import { type LinuxVirtualMachine } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { TerraformResource, type TerraformStack } from 'cdktf';
import { alertsOf, type WatchedResource } from './alerts/alerts-of';
import { serverAlerts } from './alerts/server-alerts';
import { BackupAlertRouting } from './backup-alert-routing';
import { diagnosticLogs } from './diagnostic-logs';
import { DiagnosticSetting } from './diagnostic-setting';
import { FlowLog } from './flow-log';
import { ResourceHealthAlert } from './health-alerts';
import { MetricAlert } from './metric-alert';
import { MonitorAgent } from './monitor-agent';
import { type IMonitoring } from './monitoring';

/** A resource of Azure, as far as watching it takes. */
type Watched = TerraformResource & WatchedResource & { readonly nameInput?: string };

/**
 * Watches everything in a stack: a diagnostic setting for each resource that has logs, agent and data collection rule for each
 * server, flow logs of each virtual network, alerts. Call it once, when the stack is complete; what is added later is not
 * watched.
 *
 * All of it lies in the stack, each below the resource that it watches, so that none outlives the other. An aspect would come
 * too late: cdktf calls aspects when it has settled which stack refers to which.
 *
 * @throws Refusal when a server carries no user-assigned identity.
 */
export function watch(stack: TerraformStack, monitoring: IMonitoring): void {
  const resources = stack.node
    .findAll()
    .filter((construct): construct is Watched => TerraformResource.isTerraformResource(construct));
  for (const resource of resources) {
    addDiagnosticSettings(resource, monitoring);
    addAlerts(resource, monitoring);
    if (resource.terraformResourceType === 'azurerm_virtual_network') {
      addFlowLog(resource, monitoring);
    }
    if (resource.terraformResourceType === 'azurerm_recovery_services_vault') {
      addBackupAlerts(resource, monitoring);
    }
  }
  addMachines(stack, resources.filter(isMachine), monitoring);
  addResourceHealth(stack, resources, monitoring);
}

function addDiagnosticSettings(resource: Watched, { workspace }: IMonitoring): void {
  for (const logs of diagnosticLogs[resource.terraformResourceType] ?? []) {
    const id = logs.part ? `${logs.part.split('/')[0] ?? ''}Diagnostics` : 'Diagnostics';
    new DiagnosticSetting(resource, id, { resourceId: idOf(resource), logs, workspace });
  }
}

function addAlerts(resource: Watched, { resourceGroup, actionGroup, serving }: IMonitoring): void {
  for (const spec of alertsOf(resource)) {
    new MetricAlert(resource, spec.id, {
      resourceGroup,
      name: alertName(nameOf(resource), spec.name),
      spec,
      resourceIds: [idOf(resource)],
      actionGroup,
      serving,
    });
  }
}

function addFlowLog(network: Watched, monitoring: IMonitoring): void {
  new FlowLog(network, 'FlowLog', {
    resourceGroup: monitoring.resourceGroup,
    networkName: nameOf(network),
    networkId: idOf(network),
    storage: monitoring.flowLogStorage,
    workspace: monitoring.workspace,
    retentionDays: monitoring.flowLogRetentionDays,
    networkWatcher: monitoring.networkWatcher,
  });
}

function addBackupAlerts(vault: Watched, { resourceGroup, actionGroup }: IMonitoring): void {
  new BackupAlertRouting(vault, 'AlertRouting', {
    resourceGroup,
    name: alertName(nameOf(vault), 'backup'),
    vaultId: idOf(vault),
    actionGroup,
  });
}

/** Agents of all servers, and the alerts that all machines share: another one changes no address. */
function addMachines(stack: TerraformStack, machines: readonly LinuxVirtualMachine[], monitoring: IMonitoring): void {
  const { resourceGroup, actionGroup, dataCollectionRule, serving } = monitoring;
  for (const server of machines.filter(takesAgent)) {
    const identityId = server.identityInput?.identityIds?.[0];
    if (!identityId) {
      throw new Refusal(
        `${server.node.path}: the monitoring agent signs in under a user-assigned identity, got none; set identity`,
      );
    }
    new MonitorAgent(server, 'MonitorAgent', {
      virtualMachineId: server.id,
      identityId,
      rule: dataCollectionRule,
      dependsOn: attachmentsBeside(server, stack),
      tags: resourceGroup.tags(),
    });
  }
  if (machines.length === 0) {
    return;
  }
  for (const spec of serverAlerts) {
    new MetricAlert(stack, `Server${spec.id}`, {
      resourceGroup,
      name: alertName(stack.node.id, 'servers', spec.name),
      spec,
      resourceIds: machines.map(({ id }) => id),
      location: resourceGroup.location,
      actionGroup,
      serving,
    });
  }
}

function addResourceHealth(stack: TerraformStack, resources: readonly Watched[], monitoring: IMonitoring): void {
  const groups = resources.filter(({ terraformResourceType }) => terraformResourceType === 'azurerm_resource_group');
  if (groups.length > 0) {
    new ResourceHealthAlert(stack, 'ResourceHealthAlert', {
      resourceGroup: monitoring.resourceGroup,
      name: alertName(stack.node.id, 'resource-health'),
      resourceGroupIds: groups.map(idOf),
      actionGroup: monitoring.actionGroup,
    });
  }
}

function isMachine(resource: Watched | LinuxVirtualMachine): resource is LinuxVirtualMachine {
  return resource.terraformResourceType === 'azurerm_linux_virtual_machine';
}

/** A firewall appliance takes no agent: inside it is watched by its maker's means. */
function takesAgent({ tagsInput }: LinuxVirtualMachine): boolean {
  return tagsInput?.['iris-role'] !== 'firewall';
}

/** Attachments of a server's disks: they are made beside it, within one construct. */
function attachmentsBeside({ node: { scope } }: LinuxVirtualMachine, stack: TerraformStack): TerraformResource[] {
  return scope && scope !== stack
    ? scope.node
        .findAll()
        .filter((construct): construct is TerraformResource => TerraformResource.isTerraformResource(construct))
        .filter(({ terraformResourceType }) => terraformResourceType === 'azurerm_virtual_machine_data_disk_attachment')
    : [];
}

function idOf(resource: TerraformResource): string {
  return resource.getStringAttribute('id');
}

/** Azure's name of a resource, as it was given. */
function nameOf({ nameInput, node }: Watched): string {
  return nameInput ?? node.id;
}

/** Name of an alert: that of what it watches, and what it watches for. */
function alertName(...parts: readonly string[]): string {
  return resourceName('alert', ...parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]/g, '-')));
}
