import { BackupStack } from '@iris-azure/backup';
import { findRegion } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack, testDeployment } from '../../../test/support';
import { synthesizedBackup, testPolicy, testServer } from './test-backup';

const backup = synthesizedBackup();

test('every server is protected by the vault under its policy', () => {
  const policy = backup.only('azurerm_backup_policy_vm').reference('id');
  const vault = backup.only('azurerm_recovery_services_vault').reference('name');

  expect(
    backup
      .resources('azurerm_backup_protected_vm')
      .map(({ values }) => [values.source_vm_id, values.backup_policy_id, values.recovery_vault_name]),
  ).toEqual([
    [testServer('db-1').id, policy, vault],
    [testServer('db-0').id, policy, vault],
  ]);
});

test('a server that is added changes the address of no other', () => {
  const more = synthesizedBackup({
    servers: {
      Added: { server: testServer('web-0'), size: 'Standard_D2s_v5', dataDiskKinds: [] },
      Backup: { server: testServer('db-1'), size: 'Standard_D2s_v5', dataDiskKinds: [] },
      Primary: { server: testServer('db-0'), size: 'Standard_D2s_v5', dataDiskKinds: [] },
    },
  });

  expect(more.all.map(({ address }) => address)).toEqual(
    expect.arrayContaining(backup.all.map(({ address }) => address)),
  );
});

test('the stack makes a resource group of its own', () => {
  const stack = inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    new BackupStack(app, {
      deployment: testDeployment,
      region: findRegion('westeurope'),
      encryption: 'PlatformManaged',
      policy: testPolicy,
      servers: {},
      checkedServers: {},
      integrityCheck: { weekday: 'Sunday', timeUtc: '04:00' },
      staleBackupCheck: { timeUtc: '08:00' },
    });
    app.synth();
    return SynthesizedStack.read(outdir, 'trakcare-test-backup');
  });

  expect(stack.only('azurerm_resource_group').values).toMatchObject({ name: 'rg-trakcare-test-weu-backup' });
  expect(stack.only('azurerm_recovery_services_vault').values).toMatchObject({ name: 'rsv-trakcare-test-weu' });
});
