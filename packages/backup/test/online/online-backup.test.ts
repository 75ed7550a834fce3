import { OnlineBackup, type OnlineBackupProps, shareFolders, shareMount } from '@iris-azure/backup';
import { synthesized, testIdentity, testNetwork, testResourceGroup } from '../../../../test/support';

function onlineBackup(props: Partial<OnlineBackupProps> = {}) {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new OnlineBackup(stack, 'Backup', {
      resourceGroup,
      network: testNetwork(resourceGroup),
      encryption: { keyId: 'https://kv.example/keys/backup', identityId: '/identities/id' },
      identities: { Mirror: testIdentity },
      schedule: { startsAt: '01:00', windowHours: 6, days: { Sunday: 'full', Wednesday: 'cumulative' } },
      databaseGib: 500,
      dailyChangePercent: 2,
      quotaGib: 5120,
      retentionWeeks: 4,
      otherFilesGib: 100,
      ...props,
    });
  });
}

const stack = onlineBackup();
const account = stack.only('azurerm_storage_account');

test('the share is in an account of its own, replicated to the paired region', () => {
  expect(account.values).toMatchObject({
    account_replication_type: 'RAGRS',
    public_network_access_enabled: false,
    tags: { 'iris-holds': 'backup' },
  });
  expect(stack.only('azurerm_storage_share').values).toMatchObject({
    storage_account_id: account.reference('id'),
    enabled_protocol: 'SMB',
    quota: 5120,
    access_tier: 'Cool',
  });
});

test("output of encrypted databases, which is not encrypted, is by the owner's key", () => {
  expect(account.block('customer_managed_key')).toMatchObject({ key_vault_key_id: 'https://kv.example/keys/backup' });
});

test('servers sign in by their identity, and the account has no keys', () => {
  expect(account.values).toMatchObject({ shared_access_key_enabled: false });
  expect(stack.only('azurerm_role_assignment').values).toMatchObject({
    role_definition_name: 'Storage File Data SMB MI Admin',
    scope: account.reference('id'),
    principal_id: testIdentity.principalId,
  });
});

test('servers without a client for identities read the key under theirs', () => {
  const keyed = onlineBackup({ signIn: 'AccountKey' });

  expect(keyed.only('azurerm_storage_account').values).toMatchObject({ shared_access_key_enabled: true });
  expect(keyed.only('azurerm_role_assignment').values).toMatchObject({
    role_definition_name: 'Reader and Data Access',
    scope: keyed.only('azurerm_storage_account').reference('id'),
  });
});

test('SMB comes through a private end point of files', () => {
  expect(stack.only('azurerm_private_endpoint').block('private_service_connection')).toMatchObject({
    subresource_names: ['file'],
  });
});

test("fails for more than a share can do, with the construct's path", () => {
  expect(() => onlineBackup({ databaseGib: 3000 })).toThrow(/Backup: the full backup of Sunday, of 3000 GiB, takes 14/);
});

const mountInput = {
  accountName: 'stcontoso',
  shareName: 'online-backup',
  storageSuffix: 'core.usgovcloudapi.net',
  signIn: 'ManagedIdentity',
} as const;

test('a share is mounted by SMB 3.1.1, encrypted, at the address of its cloud', () => {
  const mount = shareMount(mountInput);

  expect(mount.source).toBe('//stcontoso.file.core.usgovcloudapi.net/online-backup');
  expect(mount.options).toEqual(expect.arrayContaining(['vers=3.1.1', 'seal', 'sec=krb5']));
  expect(mount.moduleOptions).toContain('require_gcm_256=1');
});

test('with a key a share is mounted by NTLM, and older kernels may encrypt with AES-128', () => {
  const mount = shareMount({ ...mountInput, signIn: 'AccountKey', smbAes128: true });

  expect(mount.options).toContain('sec=ntlmssp');
  expect(mount.moduleOptions).toContain('require_gcm_256=0');
});

test('each server has folders of its own', () => {
  expect(shareFolders({ mountPoint: '/mnt/online-backup' }, 'iris-prod-jpe-db-0')).toEqual({
    databases: '/mnt/online-backup/iris-prod-jpe-db-0/databases',
    files: '/mnt/online-backup/iris-prod-jpe-db-0/files',
    logs: '/mnt/online-backup/iris-prod-jpe-db-0/logs',
  });
});
