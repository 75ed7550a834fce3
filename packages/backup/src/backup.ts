import { type IResourceGroup } from '@iris-azure/foundation';
import { type IServer } from '@iris-azure/server';
import { Construct } from 'constructs';
import { AutomationAccount } from './automation/automation-account';
import { Runbook, type RunbookName } from './automation/runbook';
import { RunbookSchedule, type RunbookTimes } from './automation/runbook-schedule';
import { BackupPolicy } from './vault/backup-policy';
import { type BackupPolicySettings } from './vault/backup-policy-limits';
import { type ProtectedServer, ProtectedVirtualMachine } from './vault/protected-virtual-machine';
import { RecoveryVault, type RecoveryVaultProps, type RecoveryVaultSettings } from './vault/recovery-vault';

/** Choices for the backups of a region. */
export interface BackupSettings {
  /** Where backups are kept. @default geo-redundant, restored in either region, immutable but for its administrator */
  readonly vault?: RecoveryVaultSettings;
  /** When they are taken and for how long they are kept. */
  readonly policy: BackupPolicySettings;
  /** When the structure of databases is checked: while little else reads their disks. */
  readonly integrityCheck: RunbookTimes;
  /** Name of the InterSystems IRIS instance on each server that is checked. @default IRIS */
  readonly instance?: string;
  /** When it is checked that each server has a recovery point of the last 30 hours: after the backups of a day. */
  readonly staleBackupCheck: RunbookTimes;
}

/** Properties of {@link Backup}. */
export interface BackupProps extends BackupSettings {
  /** Resource group of vault and Automation account, in the region of the servers. */
  readonly resourceGroup: IResourceGroup;
  /** Key that encrypts what the vault holds, see {@link RecoveryVaultProps.encryption}. */
  readonly encryption: RecoveryVaultProps['encryption'];
  /** Servers that are backed up, by a name that never changes. */
  readonly servers: Readonly<Record<string, ProtectedServer>>;
  /** Servers of whose databases the structure is checked, by a name that never changes: backup and DR members. */
  readonly checkedServers: Readonly<Record<string, Pick<IServer, 'id'>>>;
  /**
   * Resource group whose on-demand servers (tag `iris-capacity: on-demand`) a runbook starts and deallocates.
   *
   * @default none: no runbook may start or stop a server
   */
  readonly onDemandGroup?: IResourceGroup;
}

/**
 * Backups of one region's servers: a vault, an Enhanced policy, the servers under it, and an Automation account that checks
 * databases each week, reports stale backups each day, backs servers up on demand and switches on-demand servers.
 *
 * A vault protects machines of its own region alone: a DR member is protected by one of these in the second region. Its
 * recovery points exist when it is promoted, and do not depend on the region that was lost.
 */
export class Backup extends Construct {
  /** The vault. */
  public readonly vault: RecoveryVault;
  /** The account in which runbooks run. */
  public readonly automationAccount: AutomationAccount;

  public constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, id);
    const { resourceGroup, encryption } = props;
    this.vault = new RecoveryVault(this, 'Vault', { ...props.vault, resourceGroup, encryption });
    const policy = new BackupPolicy(this, 'Policy', { ...props.policy, vault: this.vault, part: 'servers' });
    for (const [name, server] of Object.entries(props.servers)) {
      new ProtectedVirtualMachine(this, `${name}Protection`, { ...server, vault: this.vault, policy });
    }
    this.automationAccount = new AutomationAccount(this, 'AutomationAccount', { resourceGroup });
    this.automationAccount.grant('VaultRole', 'Backup Operator', this.vault.id);
    this.addRunbooks(props);
  }

  private addRunbooks({
    checkedServers,
    onDemandGroup,
    integrityCheck,
    instance,
    staleBackupCheck,
  }: BackupProps): void {
    const account = this.automationAccount;
    const runbook = (id: string, name: RunbookName) => new Runbook(this, id, { account, name });
    runbook('BackupNow', 'Backup-Servers');
    if (onDemandGroup) {
      runbook('ServerPower', 'Set-ServerPower');
      account.grant('OnDemandRole', 'Virtual Machine Contributor', onDemandGroup.id);
    }
    const integrity = runbook('Integrity', 'Test-DatabaseIntegrity');
    for (const [name, { id }] of Object.entries(checkedServers)) {
      account.grant(`${name}CheckRole`, 'Virtual Machine Contributor', id);
      new RunbookSchedule(this, `${name}IntegrityCheck`, {
        account,
        runbook: integrity,
        name: `integrity-check-${name}`,
        times: integrityCheck,
        parameters: { virtualmachineid: id, ...(instance && { instance }) },
      });
    }
    new RunbookSchedule(this, 'StaleBackupCheck', {
      account,
      runbook: runbook('StaleBackups', 'Get-StaleBackups'),
      name: 'stale-backup-check',
      times: staleBackupCheck,
      parameters: { vaultid: this.vault.id },
    });
  }
}
