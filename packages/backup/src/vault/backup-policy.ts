import { refusingAt } from '@iris-azure/foundation';
import { BackupPolicyVm, type BackupPolicyVmConfig } from '@cdktf/provider-azurerm/lib/backup-policy-vm';
import { Construct } from 'constructs';
import {
  assertBackupPolicy,
  type BackupPolicySettings,
  type BackupRetention,
  type BackupSchedule,
} from './backup-policy-limits';
import { type IRecoveryVault } from './recovery-vault';

/** What a protected machine needs of its policy. */
export interface IBackupPolicy {
  /** Resource id of the policy. */
  readonly id: string;
}

/** Properties of {@link BackupPolicy}. */
export interface BackupPolicyProps extends BackupPolicySettings {
  /** Vault of the policy. */
  readonly vault: IRecoveryVault;
  /** Which machines it is for, last part of its name, for example `database`. */
  readonly part: string;
}

/**
 * Enhanced policy (V2) for virtual machines: Trusted Launch, Premium SSD v2 and several backups a day need it. Azure never
 * changes a protected machine back to a Standard one.
 *
 * @see https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
 */
export class BackupPolicy extends Construct implements IBackupPolicy {
  private readonly resource: BackupPolicyVm;

  public constructor(scope: Construct, id: string, { vault, part, ...settings }: BackupPolicyProps) {
    super(scope, id);
    refusingAt(this, () => {
      assertBackupPolicy(settings);
    });
    this.resource = new BackupPolicyVm(this, 'Resource', {
      name: vault.resourceGroup.nameOf('backupPolicy', part),
      resourceGroupName: vault.resourceGroup.name,
      recoveryVaultName: vault.name,
      policyType: 'V2',
      timezone: settings.timeZone,
      backup: backupAt(settings.schedule),
      instantRestoreRetentionDays: settings.instantRestoreDays ?? 7,
      ...retentionBlocks(settings.retention),
      tieringPolicy: settings.archiveAfterMonths
        ? {
            archivedRestorePoint: {
              mode: 'TierAfter',
              duration: settings.archiveAfterMonths,
              durationType: 'Months',
            },
          }
        : undefined,
    });
  }

  /** Resource id of the policy. */
  public get id(): string {
    return this.resource.id;
  }
}

function backupAt(schedule: BackupSchedule): BackupPolicyVmConfig['backup'] {
  return schedule.frequency === 'Daily'
    ? schedule
    : {
        frequency: 'Hourly',
        time: schedule.time,
        hourInterval: schedule.intervalHours,
        hourDuration: schedule.windowHours,
      };
}

/** Day whose backup is the point of its week, and with `First` of its month and year. */
const sunday = { weekdays: ['Sunday'] };
const firstSunday = { ...sunday, weeks: ['First'] };

function retentionBlocks({ days, weeks, months, years }: BackupRetention): Partial<BackupPolicyVmConfig> {
  return {
    retentionDaily: { count: days },
    retentionWeekly: weeks === undefined ? undefined : { count: weeks, ...sunday },
    retentionMonthly: months === undefined ? undefined : { count: months, ...firstSunday },
    retentionYearly: years === undefined ? undefined : { count: years, months: ['January'], ...firstSunday },
  };
}
