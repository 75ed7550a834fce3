import { type DrStack } from '@iris-azure/dr';
import { type Environment, findRegion, type MonitoringValues, ResourceGroup, stackName } from '@iris-azure/foundation';
import {
  type ILogAnalyticsWorkspace,
  LogAnalyticsWorkspace,
  Monitoring,
  type MonitoringSettings,
  MonitoringStack,
  watch,
} from '@iris-azure/monitoring';
import { TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/** Adds the stack `monitoring`, where the environment has any: before all others, which send their logs to it. */
export function addMonitoring(scope: Construct, environment: Environment): MonitoringStack | undefined {
  const { monitoring, primary } = environment;
  return (
    monitoring &&
    new MonitoringStack(scope, {
      deployment: deploymentOf(environment),
      region: findRegion(primary.name),
      ...settingsOf(monitoring, 'primary'),
    })
  );
}

/** The stacks of an environment on which its monitoring rests. */
export interface MonitoredStacks {
  /** Monitoring of the primary region. */
  readonly monitoringStack: MonitoringStack | undefined;
  /** The second region, which is watched from within. */
  readonly drStack: DrStack | undefined;
}

/** Watches every stack of an environment that has monitoring. It must be complete: what is added later is not watched. */
export function watchEnvironment(
  scope: Construct,
  environment: Environment,
  { monitoringStack, drStack }: MonitoredStacks,
): void {
  const { monitoring, disasterRecovery } = environment;
  if (!monitoring || !monitoringStack) {
    return;
  }
  const deployment = deploymentOf(environment);
  for (const stack of scope.node.children.filter(isStack)) {
    if (stack !== drStack && stack.node.id.startsWith(stackName(deployment, ''))) {
      watch(stack, monitoringStack.monitoring);
    }
  }
  if (drStack && disasterRecovery) {
    const region = findRegion(disasterRecovery.name);
    const resourceGroup = new ResourceGroup(drStack, 'MonitoringResourceGroup', {
      deployment,
      region,
      part: 'monitoring',
    });
    const settings = settingsOf(monitoring, 'disasterRecovery');
    watch(drStack, new Monitoring(drStack, 'Monitoring', { ...settings, resourceGroup, serving: false }));
  }
}

function settingsOf(
  { emails, webhooks, workspaces, ...settings }: MonitoringValues,
  region: keyof MonitoringValues['workspaces'],
): MonitoringSettings {
  const { retentionDays, dailyCapGb, flowLogRetentionDays } = settings;
  return {
    receivers: { emails, webhooks },
    retentionDays,
    dailyCapGb,
    flowLogRetentionDays,
    workspace: existing(workspaces[region]),
  };
}

function existing(workspace: MonitoringValues['workspaces']['primary']): ILogAnalyticsWorkspace | undefined {
  return workspace && LogAnalyticsWorkspace.fromWorkspaceId({ workspaceId: workspace.id, ...workspace });
}

function isStack(construct: unknown): construct is TerraformStack {
  return TerraformStack.isStack(construct);
}
