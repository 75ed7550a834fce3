import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type IStorageAccount } from '@iris-azure/storage';
import { NetworkWatcherFlowLog } from '@cdktf/provider-azurerm/lib/network-watcher-flow-log';
import { Construct } from 'constructs';
import { type ILogAnalyticsWorkspace } from './log-analytics-workspace';

/** The Network Watcher of a region: Azure makes one with the first virtual network of a subscription there. */
export interface NetworkWatcher {
  /** Azure's name of it. */
  readonly name: string;
  /** Resource group in which it lies. */
  readonly resourceGroupName: string;
}

/** Properties of {@link FlowLog}. */
export interface FlowLogProps {
  /** Resource group whose tags the flow log takes and whose region it shares. */
  readonly resourceGroup: IResourceGroup;
  /** Azure's name of the virtual network, last part of the flow log's. */
  readonly networkName: string;
  /** Resource id of the virtual network. */
  readonly networkId: string;
  /** Account in the region of the network that keeps the records. */
  readonly storage: IStorageAccount;
  /** Workspace in which traffic analytics sums them up. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** Days for which records are kept, 90 to 365. @default 90 */
  readonly retentionDays?: number;
  /** Network Watcher of the region. @default the one that Azure makes, `NetworkWatcher_<region>` in `NetworkWatcherRG` */
  readonly networkWatcher?: NetworkWatcher;
}

/**
 * Records of every flow in a virtual network, summed up by traffic analytics once an hour. They replace those of network
 * security groups, of which Azure makes no new ones since 2025-06-30.
 *
 * @see https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview
 */
export class FlowLog extends Construct {
  public constructor(scope: Construct, id: string, props: FlowLogProps) {
    super(scope, id);
    const { resourceGroup, workspace, retentionDays = 90 } = props;
    refusingAt(this, () => {
      assertRetention(retentionDays);
    });
    const watcher = props.networkWatcher ?? azuresOwn(resourceGroup.location);
    new NetworkWatcherFlowLog(this, 'Resource', {
      name: `fl-${props.networkName}`,
      networkWatcherName: watcher.name,
      resourceGroupName: watcher.resourceGroupName,
      location: resourceGroup.location,
      targetResourceId: props.networkId,
      storageAccountId: props.storage.id,
      enabled: true,
      version: 2,
      retentionPolicy: { enabled: true, days: retentionDays },
      trafficAnalytics: {
        enabled: true,
        workspaceId: workspace.customerId,
        workspaceRegion: workspace.location,
        workspaceResourceId: workspace.id,
        intervalInMinutes: 60,
      },
      tags: resourceGroup.tags(),
    });
  }
}

function azuresOwn(location: string): NetworkWatcher {
  return { name: `NetworkWatcher_${location}`, resourceGroupName: 'NetworkWatcherRG' };
}

function assertRetention(days: number): void {
  if (!Number.isInteger(days) || days < 90 || days > 365) {
    throw new Refusal(`records of flows must be kept for 90 to 365 days, got ${days}; set retentionDays`);
  }
}
