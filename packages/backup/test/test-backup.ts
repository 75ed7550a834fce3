import { applicationConsistency, Backup, type BackupProps, type BackupPolicySettings } from '@iris-azure/backup';
import { synthesized, type SynthesizedStack, testResourceGroup } from '../../../test/support';

const resources = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-stand-in/providers';

/** A virtual machine that exists. */
export const testServer = (name: string) => ({ id: `${resources}/Microsoft.Compute/virtualMachines/vm-${name}` });

/** A key and an identity that exist. */
export const testVaultEncryption = {
  keyId: 'https://kv-stand-in.vault.azure.net/keys/vault-encryption',
  identityId: `${resources}/Microsoft.ManagedIdentity/userAssignedIdentities/id-stand-in`,
};

/** One backup a night, kept for a month. */
export const testPolicy: BackupPolicySettings = {
  schedule: { frequency: 'Daily', time: '23:00' },
  timeZone: 'W. Europe Standard Time',
  retention: { days: 30 },
};

/** Backups of both failover members in West Europe, with the given differences. */
export function synthesizedBackup({
  withOnDemand = false,
  ...props
}: Partial<BackupProps> & { readonly withOnDemand?: boolean } = {}): SynthesizedStack {
  const member = (name: string) => ({
    server: testServer(name),
    size: 'Standard_E32ds_v5',
    dataDiskKinds: ['Premium_LRS', 'Premium_LRS'] as const,
    consistency: applicationConsistency(),
  });
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new Backup(stack, 'Backup', {
      resourceGroup,
      encryption: testVaultEncryption,
      policy: testPolicy,
      servers: { Primary: member('db-0'), Backup: member('db-1') },
      checkedServers: { Backup: testServer('db-1') },
      integrityCheck: { weekday: 'Sunday', timeUtc: '04:00' },
      staleBackupCheck: { timeUtc: '08:00' },
      ...(withOnDemand && { onDemandGroup: testResourceGroup(stack, 'westeurope', 'dr') }),
      ...props,
    });
  });
}
