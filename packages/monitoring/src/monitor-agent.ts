import { MonitorDataCollectionRuleAssociation } from '@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association';
import { VirtualMachineExtension } from '@cdktf/provider-azurerm/lib/virtual-machine-extension';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type IDataCollectionRule } from './data-collection-rule';

/** Properties of {@link MonitorAgent}. */
export interface MonitorAgentProps {
  /** Resource id of the Linux server. */
  readonly virtualMachineId: string;
  /** Resource id of the user-assigned identity that the server carries: the agent signs in under it. */
  readonly identityId: string;
  /** What the agent sends, and where to. */
  readonly rule: IDataCollectionRule;
  /** What the agent waits for: Azure refuses an extension while a disk is being attached. @default nothing */
  readonly dependsOn?: ITerraformDependable[];
  /** Tags of the extension. */
  readonly tags: Record<string, string>;
}

/**
 * Azure Monitor Agent of a Linux server, kept up to date by Azure, and the rule that it follows.
 *
 * The server must reach Azure Monitor over TLS (service tag `AzureMonitor`), by a NAT gateway or a firewall that lets it.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/agents/azure-monitor-agent-manage
 */
export class MonitorAgent extends Construct {
  public constructor(scope: Construct, id: string, props: MonitorAgentProps) {
    super(scope, id);
    const { virtualMachineId, identityId, rule, tags, dependsOn } = props;
    const extension = new VirtualMachineExtension(this, 'Resource', {
      name: 'AzureMonitorLinuxAgent',
      virtualMachineId,
      publisher: 'Microsoft.Azure.Monitor',
      type: 'AzureMonitorLinuxAgent',
      typeHandlerVersion: '1.33',
      autoUpgradeMinorVersion: true,
      automaticUpgradeEnabled: true,
      settings: JSON.stringify({
        authentication: {
          managedIdentity: { 'identifier-name': 'mi_res_id', 'identifier-value': identityId },
        },
      }),
      tags,
      dependsOn,
    });
    new MonitorDataCollectionRuleAssociation(this, 'RuleAssociation', {
      name: 'iris',
      targetResourceId: virtualMachineId,
      dataCollectionRuleId: rule.id,
      dependsOn: [extension],
    });
  }
}
