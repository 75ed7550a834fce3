import { Refusal, refusingAt } from '@iris-azure/foundation';
import { type IServer } from '@iris-azure/server';
import { BackupProtectedVm } from '@cdktf/provider-azurerm/lib/backup-protected-vm';
import { Construct } from 'constructs';
import { type ApplicationConsistency } from './application-consistency';
import { type IBackupPolicy } from './backup-policy';
import { type IRecoveryVault } from './recovery-vault';
import { assertCrashConsistent, type SnapshotSource } from './snapshot-consistency';

/** Data disks of a backup, by LUN. The operating system disk is always in it. */
export type DiskSelection = { readonly include: readonly number[] } | { readonly exclude: readonly number[] };

/** A machine that is backed up, and how. */
export interface ProtectedServer extends SnapshotSource {
  /** The machine, in the region of the vault. */
  readonly server: Pick<IServer, 'id'>;
  /**
   * Settings of freeze and thaw in the guest, for a machine that holds databases.
   *
   * @default none: what is restored is as after a loss of power, which Azure gives not for every disk and size
   */
  readonly consistency?: ApplicationConsistency;
  /**
   * Data disks that are in the backup: those included, or all but those excluded. A volume that is striped over disks
   * needs all of them; what is left out comes back by no restore. A later disk is in only where none were included.
   *
   * @default all
   * @see https://learn.microsoft.com/azure/backup/selective-disk-backup-restore
   */
  readonly disks?: DiskSelection;
}

/** Properties of {@link ProtectedVirtualMachine}. */
export interface ProtectedVirtualMachineProps extends ProtectedServer {
  /** Vault in which backups are kept. */
  readonly vault: IRecoveryVault;
  /** When they are taken and for how long they are kept. */
  readonly policy: IBackupPolicy;
}

/**
 * A virtual machine in a vault. Removing it stops its protection and deletes its backups: Azure keeps them for another 14
 * days (soft delete), and refuses while the vault is immutable and they have not expired.
 */
export class ProtectedVirtualMachine extends Construct {
  /** Settings of freeze and thaw that its guest must be given. */
  public readonly consistency?: ApplicationConsistency;

  public constructor(scope: Construct, id: string, props: ProtectedVirtualMachineProps) {
    super(scope, id);
    const { vault, policy, server, consistency, disks = { exclude: [] } } = props;
    refusingAt(this, () => {
      assertDisks(disks);
      if (!consistency) {
        assertCrashConsistent(props);
      }
    });
    this.consistency = consistency;
    new BackupProtectedVm(this, 'Resource', {
      resourceGroupName: vault.resourceGroup.name,
      recoveryVaultName: vault.name,
      sourceVmId: server.id,
      backupPolicyId: policy.id,
      includeDiskLuns: 'include' in disks ? [...disks.include] : undefined,
      excludeDiskLuns: 'exclude' in disks && disks.exclude.length > 0 ? [...disks.exclude] : undefined,
    });
  }
}

function assertDisks(disks: DiskSelection): void {
  const luns = 'include' in disks ? disks.include : disks.exclude;
  const wrong = luns.filter((lun) => !Number.isInteger(lun) || lun < 0 || lun > 63);
  if (wrong.length > 0) {
    throw new Refusal(`LUN must be a whole number from 0 to 63, got ${wrong.join(', ')}; set disks`);
  }
  if ('include' in disks && luns.length === 0) {
    throw new Refusal(
      'backup must include at least one data disk, got none; name LUNs in disks.include, or leave it out',
    );
  }
}
