import { BackupPolicy, ProtectedVirtualMachine, RecoveryVault, type RecoveryVaultProps } from '@iris-azure/backup';
import { findRegion } from '@iris-azure/foundation';
import { KeyVault, ServiceKey } from '@iris-azure/security';
import { synthesized, testDeployment, testNetwork, testResourceGroup } from '../../../../test/support';
import { testPolicy, testServer, testVaultEncryption } from '../test-backup';

function vaultWith(props: Partial<RecoveryVaultProps> = {}) {
  return synthesized((stack) => {
    new RecoveryVault(stack, 'Vault', {
      resourceGroup: testResourceGroup(stack),
      encryption: testVaultEncryption,
      ...props,
    });
  }).at('Vault');
}

test('a vault keeps its copies in two regions, and restores in both', () => {
  expect(vaultWith().values).toMatchObject({
    sku: 'Standard',
    storage_mode_type: 'GeoRedundant',
    cross_region_restore_enabled: true,
  });
});

test('a vault has public access where Azure refuses to close it, with cross-region restore, and nowhere else', () => {
  const access = (props: Partial<RecoveryVaultProps>) => vaultWith(props).values.public_network_access_enabled;

  expect(access({})).toBe(true);
  expect(access({ crossRegionRestore: false })).toBe(false);
  expect(access({ redundancy: 'ZoneRedundant' })).toBe(false);
});

test.each(['ZoneRedundant', 'LocallyRedundant'] as const)('a %s vault has no cross-region restore', (redundancy) => {
  expect(vaultWith({ redundancy }).values).toMatchObject({
    storage_mode_type: redundancy,
    cross_region_restore_enabled: false,
  });
});

test('fails on cross-region restore of a vault in one region', () => {
  expect(() => vaultWith({ redundancy: 'ZoneRedundant', crossRegionRestore: true })).toThrow(
    /\/Vault: cross-region restore needs a vault that is GeoRedundant, got ZoneRedundant; set redundancy/,
  );
});

test('recovery points cannot be deleted before they expire, and that can still be taken back', () => {
  expect(vaultWith().values).toMatchObject({ immutability: 'Unlocked' });
});

test.each(['Locked', 'Disabled'] as const)('immutability may be %s', (immutability) => {
  expect(vaultWith({ immutability }).values).toMatchObject({ immutability });
});

test('soft delete is left to Azure, which has it on', () => {
  expect(vaultWith().values).not.toHaveProperty('soft_delete_enabled');
});

test("a vault encrypts twice: with its owner's key, under a user-assigned identity, and with Azure's own", () => {
  const vault = vaultWith();

  expect(vault.block('encryption')).toEqual({
    key_id: testVaultEncryption.keyId,
    infrastructure_encryption_enabled: true,
    use_system_assigned_identity: false,
    user_assigned_identity_id: testVaultEncryption.identityId,
  });
  expect(vault.block('identity')).toEqual({ type: 'UserAssigned', identity_ids: [testVaultEncryption.identityId] });
});

test('a vault whose keys are managed by Azure needs no identity', () => {
  const vault = vaultWith({ encryption: 'PlatformManaged' });

  expect(vault.values).not.toHaveProperty('encryption');
  expect(vault.values).not.toHaveProperty('identity');
});

test('every job that fails raises an alert of Azure Monitor, and none of the retired kind', () => {
  expect(vaultWith().block('monitoring')).toEqual({
    alerts_for_all_job_failures_enabled: true,
    alerts_for_critical_operation_failures_enabled: false,
  });
});

test('a vault waits until its identity may use the key', () => {
  const stack = synthesized((scope) => {
    const resourceGroup = testResourceGroup(scope);
    const keyVault = new KeyVault(scope, 'KeyVault', { resourceGroup, network: testNetwork(resourceGroup) });
    const encryption = new ServiceKey(scope, 'VaultKey', { resourceGroup, keyVault, purpose: 'vault' });
    new RecoveryVault(scope, 'Vault', { resourceGroup, encryption });
  });
  const role = stack.at('VaultKey/Key/ServiceRole');

  expect(role.values).toMatchObject({
    role_definition_name: 'Key Vault Crypto Service Encryption User',
    principal_id: stack.at('VaultKey/Identity').reference('principal_id'),
  });
  expect(stack.at('Vault').values.depends_on).toEqual([role.address]);
  expect(stack.at('Vault').block('encryption')).toMatchObject({
    key_id: stack.at('VaultKey/Key').reference('versionless_id'),
  });
});

describe('a vault that exists', () => {
  const group = '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-platform';
  const vaultId = `${group}/providers/Microsoft.RecoveryServices/vaults/rsv-platform`;
  const attributes = { deployment: testDeployment, region: findRegion('westeurope') };

  test('takes policies and machines, and is not made', () => {
    const stack = synthesized((scope) => {
      const vault = RecoveryVault.fromRecoveryVaultId(scope, 'Vault', vaultId, attributes);
      const policy = new BackupPolicy(scope, 'Policy', { ...testPolicy, vault, part: 'servers' });
      const server = testServer('web-0');
      new ProtectedVirtualMachine(scope, 'Web', { vault, policy, server, size: 'Standard_D2s_v5', dataDiskKinds: [] });
    });

    for (const { values } of [stack.at('Policy'), stack.at('Web')]) {
      expect(values).toMatchObject({ recovery_vault_name: 'rsv-platform', resource_group_name: 'rg-platform' });
    }
    expect(stack.resources('azurerm_recovery_services_vault')).toEqual([]);
  });

  test('fails on an id of another type', () => {
    expect(() =>
      synthesized((scope) => {
        RecoveryVault.fromRecoveryVaultId(scope, 'Vault', group, attributes);
      }),
    ).toThrow(/\/Vault: resource id must be of Microsoft\.RecoveryServices\/vaults/);
  });
});
