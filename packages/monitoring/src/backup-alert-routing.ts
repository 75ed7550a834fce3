import { type IResourceGroup } from '@iris-azure/foundation';
import { MonitorAlertProcessingRuleActionGroup } from '@cdktf/provider-azurerm/lib/monitor-alert-processing-rule-action-group';
import { Construct } from 'constructs';
import { type IActionGroup } from './action-group';

/** Properties of {@link BackupAlertRouting}. */
export interface BackupAlertRoutingProps {
  /** Resource group of the rule. */
  readonly resourceGroup: IResourceGroup;
  /** Azure's name of the rule, unique in its group. */
  readonly name: string;
  /** Resource id of the Recovery Services vault. */
  readonly vaultId: string;
  /** Who is told. */
  readonly actionGroup: IActionGroup;
}

/**
 * Brings the alerts that Azure Backup raises by itself to an action group: jobs that failed, backup data deleted, protection
 * weakened. Without it they are shown in the portal and tell nobody.
 *
 * @see https://learn.microsoft.com/azure/backup/backup-azure-monitoring-alerts
 */
export class BackupAlertRouting extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    { resourceGroup, name, vaultId, actionGroup }: BackupAlertRoutingProps,
  ) {
    super(scope, id);
    new MonitorAlertProcessingRuleActionGroup(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.name,
      description:
        'A backup failed, or its protection was weakened. Read the job in the vault: a restore point that is crash-consistent ' +
        'where it should be application-consistent failed too.',
      scopes: [vaultId],
      addActionGroupIds: [actionGroup.id],
      enabled: true,
      tags: resourceGroup.tags(),
    });
  }
}
