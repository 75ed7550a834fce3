import { type IResourceGroup } from '@iris-azure/foundation';
import { type IStorageAccount, StorageAccount } from '@iris-azure/storage';
import { Construct } from 'constructs';
import { ActionGroup, type AlertReceivers, type IActionGroup } from './action-group';
import { logAlerts } from './alerts/log-alerts';
import { DataCollectionRule, type IDataCollectionRule } from './data-collection-rule';
import { type NetworkWatcher } from './flow-log';
import { ServiceHealthAlert } from './health-alerts';
import { type ILogAnalyticsWorkspace, LogAnalyticsWorkspace } from './log-analytics-workspace';
import { QueryAlert } from './query-alert';

/** What an environment chooses of its monitoring. */
export interface MonitoringSettings {
  /** Who is told of alerts. */
  readonly receivers: AlertReceivers;
  /** Days for which logs are kept, 30 to 730. @default 365 */
  readonly retentionDays?: number;
  /** Gigabytes a day after which the workspace takes in nothing, see {@link LogAnalyticsWorkspaceProps.dailyCapGb}. @default none */
  readonly dailyCapGb?: number;
  /** Days for which records of flows are kept, 90 to 365. @default 90 */
  readonly flowLogRetentionDays?: number;
  /** Network Watcher of the region. @default the one that Azure makes, `NetworkWatcher_<region>` in `NetworkWatcherRG` */
  readonly networkWatcher?: NetworkWatcher;
  /** Workspace that exists, to which logs go. @default one of its own */
  readonly workspace?: ILogAnalyticsWorkspace;
}

/** Properties of {@link Monitoring}. */
export interface MonitoringProps extends MonitoringSettings {
  /** Resource group of workspace, rules, alerts and records, in the region that is watched. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Whether users are served from the region. Where they are not, alerts that no primary and no server answers are off until
   * a promotion.
   *
   * @default true
   */
  readonly serving?: boolean;
}

/** What it takes to watch the resources of a region. */
export interface IMonitoring {
  /** Resource group of alerts, in the region that is watched. */
  readonly resourceGroup: IResourceGroup;
  /** Workspace to which logs go. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** Who is told of alerts. */
  readonly actionGroup: IActionGroup;
  /** What servers send. */
  readonly dataCollectionRule: IDataCollectionRule;
  /** Account that keeps records of flows. */
  readonly flowLogStorage: IStorageAccount;
  /** Days for which they are kept. */
  readonly flowLogRetentionDays?: number;
  /** Network Watcher of the region. @default the one that Azure makes */
  readonly networkWatcher?: NetworkWatcher;
  /** Whether users are served from the region. */
  readonly serving: boolean;
}

/**
 * Where logs of one region go, what servers send, who is told. Each region has its own: a workspace that falls with the
 * other region is no use in a disaster.
 */
export class Monitoring extends Construct implements IMonitoring {
  /** Resource group of alerts, in the region that is watched. */
  public readonly resourceGroup: IResourceGroup;
  /** Workspace to which logs go. */
  public readonly workspace: ILogAnalyticsWorkspace;
  /** Who is told of alerts. */
  public readonly actionGroup: IActionGroup;
  /** What servers send. */
  public readonly dataCollectionRule: IDataCollectionRule;
  /** Account that keeps records of flows. */
  public readonly flowLogStorage: IStorageAccount;
  /** Days for which they are kept. */
  public readonly flowLogRetentionDays?: number;
  /** Network Watcher of the region. @default the one that Azure makes */
  public readonly networkWatcher?: NetworkWatcher;
  /** Whether users are served from the region. */
  public readonly serving: boolean;

  public constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { resourceGroup, retentionDays, dailyCapGb, serving = true } = props;
    this.resourceGroup = resourceGroup;
    this.serving = serving;
    this.flowLogRetentionDays = props.flowLogRetentionDays;
    this.networkWatcher = props.networkWatcher;
    this.workspace =
      props.workspace ?? new LogAnalyticsWorkspace(this, 'Workspace', { resourceGroup, retentionDays, dailyCapGb });
    this.actionGroup = new ActionGroup(this, 'ActionGroup', { resourceGroup, ...props.receivers });
    const { workspace, actionGroup } = this;
    this.dataCollectionRule = new DataCollectionRule(this, 'DataCollectionRule', { resourceGroup, workspace });
    this.flowLogStorage = new StorageAccount(this, 'FlowLogStorage', {
      resourceGroup,
      part: 'flows',
      holds: 'diagnostics',
      replication: resourceGroup.region.zones.length > 0 ? 'ZRS' : 'LRS',
      versioning: false,
    });
    new ServiceHealthAlert(this, 'ServiceHealthAlert', { resourceGroup, actionGroup });
    for (const spec of logAlerts) {
      new QueryAlert(this, spec.id, { resourceGroup, spec, workspace, actionGroup });
    }
  }
}
