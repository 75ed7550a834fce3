import { type IResourceGroup } from '@iris-azure/foundation';
import { MonitorDataCollectionRule } from '@cdktf/provider-azurerm/lib/monitor-data-collection-rule';
import { Construct } from 'constructs';
import { type ILogAnalyticsWorkspace } from './log-analytics-workspace';

/** What a server needs of the rule that says what its agent sends. */
export interface IDataCollectionRule {
  /** Resource id of the rule. */
  readonly id: string;
}

/** Properties of {@link DataCollectionRule}. */
export interface DataCollectionRuleProps {
  /** Resource group of the rule, in the region of the servers. */
  readonly resourceGroup: IResourceGroup;
  /** Workspace to which the agents send. */
  readonly workspace: ILogAnalyticsWorkspace;
}

/** Name of the workspace within the rule. */
const destination = 'workspace';

/**
 * What hosts of IRIS run short of: processor, memory and swap, space, IOPS and throughput of every file system, network.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/vm/data-collection-performance
 */
const performanceCounters = [
  'Processor(*)\\% Processor Time',
  'Processor(*)\\% IO Wait Time',
  'Memory(*)\\Available MBytes Memory',
  'Memory(*)\\% Used Memory',
  'Memory(*)\\% Used Swap Space',
  'Logical Disk(*)\\% Used Space',
  'Logical Disk(*)\\% Used Inodes',
  'Logical Disk(*)\\Free Megabytes',
  'Logical Disk(*)\\Disk Reads/sec',
  'Logical Disk(*)\\Disk Writes/sec',
  'Logical Disk(*)\\Disk Read Bytes/sec',
  'Logical Disk(*)\\Disk Write Bytes/sec',
  'Network(*)\\Total Bytes Transmitted',
  'Network(*)\\Total Bytes Received',
  'Network(*)\\Total Rx Errors',
  'Network(*)\\Total Tx Errors',
  'System(*)\\Load5',
];

const fromWarning = ['Warning', 'Error', 'Critical', 'Alert', 'Emergency'];

/**
 * What the Azure Monitor Agent of each server sends to the workspace: performance counters once a minute; system messages
 * from warnings on; who signed in, from notices on.
 *
 * Latency of each disk needs no agent: it is a metric of the machine.
 */
export class DataCollectionRule extends Construct implements IDataCollectionRule {
  private readonly resource: MonitorDataCollectionRule;

  public constructor(scope: Construct, id: string, { resourceGroup, workspace }: DataCollectionRuleProps) {
    super(scope, id);
    this.resource = new MonitorDataCollectionRule(this, 'Resource', {
      name: resourceGroup.nameOf('dataCollectionRule'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      kind: 'Linux',
      dataSources: {
        performanceCounter: [
          {
            name: 'performance',
            streams: ['Microsoft-Perf'],
            samplingFrequencyInSeconds: 60,
            counterSpecifiers: performanceCounters,
          },
        ],
        syslog: [
          {
            name: 'system',
            streams: ['Microsoft-Syslog'],
            facilityNames: ['cron', 'daemon', 'kern', 'local0', 'syslog', 'user'],
            logLevels: fromWarning,
          },
          {
            name: 'sign-in',
            streams: ['Microsoft-Syslog'],
            facilityNames: ['auth', 'authpriv'],
            logLevels: ['Notice', ...fromWarning],
          },
        ],
      },
      destinations: { logAnalytics: [{ name: destination, workspaceResourceId: workspace.id }] },
      dataFlow: [{ streams: ['Microsoft-Perf', 'Microsoft-Syslog'], destinations: [destination] }],
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the rule. */
  public get id(): string {
    return this.resource.id;
  }
}
