import { PrivateDnsZone } from '@iris-azure/network';
import { BlobContainer, StorageAccount } from '@iris-azure/storage';
import { synthesized, testNetwork, testResourceGroup } from '../../../test/support';
import { synthesizedAccount, synthesizedPrivateAccount } from './test-storage';

const account = synthesizedAccount().only('azurerm_storage_account');

test('clients sign in by Entra ID alone', () => {
  expect(account.values).toMatchObject({
    shared_access_key_enabled: false,
    default_to_oauth_authentication: true,
    local_user_enabled: false,
  });
});

test('nothing in the account is public, or copied out of its tenant', () => {
  expect(account.values).toMatchObject({
    allow_nested_items_to_be_public: false,
    cross_tenant_replication_enabled: false,
    allowed_copy_scope: 'AAD',
  });
});

test('what is in flight is encrypted by TLS 1.2 at least, or by SMB 3.1.1 with AES-256', () => {
  expect(account.values).toMatchObject({ min_tls_version: 'TLS1_2', https_traffic_only_enabled: true });
  expect(account.block('share_properties').smb).toMatchObject({
    versions: ['SMB3.1.1'],
    channel_encryption_type: ['AES-256-GCM'],
    authentication_types: ['Kerberos'],
    kerberos_ticket_encryption_type: ['AES-256'],
  });
});

test("what is at rest is encrypted twice by Azure's keys", () => {
  expect(account.values).toMatchObject({ infrastructure_encryption_enabled: true });
  expect(account.values).not.toHaveProperty('customer_managed_key');
});

test("with a key of the owner's the account uses it under an identity", () => {
  const encrypted = synthesizedAccount({
    encryption: { keyId: 'https://kv.example/keys/backup', identityId: '/identities/id' },
  }).only('azurerm_storage_account');

  expect(encrypted.values).toMatchObject({
    identity: { type: 'UserAssigned', identity_ids: ['/identities/id'] },
    customer_managed_key: {
      key_vault_key_id: 'https://kv.example/keys/backup',
      user_assigned_identity_id: '/identities/id',
    },
  });
});

test('SMB clients whose kernel cannot do better may say so', () => {
  const older = synthesizedAccount({ smbAes128: true }).only('azurerm_storage_account');

  expect(older.block('share_properties').smb).toMatchObject({
    channel_encryption_type: ['AES-128-GCM', 'AES-256-GCM'],
  });
});

test('overwritten blobs stay as versions, deleted blobs, containers and shares come back for 30 days', () => {
  expect(account.block('blob_properties')).toMatchObject({
    versioning_enabled: true,
    delete_retention_policy: { days: 30 },
    container_delete_retention_policy: { days: 30 },
  });
  expect(account.block('share_properties')).toMatchObject({ retention_policy: { days: 30 } });
});

test('blobs that are appended to all day can be kept without versions', () => {
  const flowLogs = synthesizedAccount({ versioning: false }).only('azurerm_storage_account');

  expect(flowLogs.block('blob_properties')).toMatchObject({ versioning_enabled: false });
});

test('block blobs can be restored to any moment, from recorded changes', () => {
  const restorable = synthesizedAccount({ pointInTimeRestoreDays: 29 }).only('azurerm_storage_account');

  expect(restorable.block('blob_properties')).toMatchObject({
    change_feed_enabled: true,
    restore_policy: { days: 29 },
  });
});

test('premium file shares have an account of their own kind, without blobs', () => {
  const premium = synthesizedAccount({ kind: 'FileStorage', replication: 'ZRS' }).only('azurerm_storage_account');

  expect(premium.values).toMatchObject({ account_kind: 'FileStorage', account_tier: 'Premium' });
  expect(premium.values).not.toHaveProperty('blob_properties');
});

test('keys open an account of SMB clients that say so, by NTLMv2', () => {
  const keyed = synthesizedAccount({ smbSignIn: 'AccountKey' }).only('azurerm_storage_account');

  expect(keyed.values).toMatchObject({ shared_access_key_enabled: true });
  expect(keyed.block('share_properties').smb).toMatchObject({ authentication_types: ['NTLMv2'] });
});

test("the account's name is one that Azure takes, unique in all of Azure", () => {
  expect(account.values.name).toMatch(/^stcontosotrakcare[a-z0-9]{7}$/);
});

test('policies know by a tag what the account holds', () => {
  expect(account.values.tags).toMatchObject({ 'iris-holds': 'backup' });
});

test('without ranges and end points nobody but trusted services reaches the account', () => {
  expect(account.values).toMatchObject({
    public_network_access_enabled: false,
    network_rules: { default_action: 'Deny', bypass: ['AzureServices'], ip_rules: [] },
  });
});

test('with deployer ranges the account is open to those alone, as its firewall writes them', () => {
  const first = synthesizedAccount({ deployerRanges: ['203.0.113.0/29', '203.0.113.9/32', '203.0.113.10/31'] });

  expect(first.only('azurerm_storage_account').values).toMatchObject({
    public_network_access_enabled: true,
    network_rules: {
      default_action: 'Deny',
      ip_rules: ['203.0.113.0/29', '203.0.113.9', '203.0.113.10', '203.0.113.11'],
    },
  });
});

test.each(['blob', 'file'])('the network resolves %s to a private end point', (service) => {
  const stack = synthesizedPrivateAccount();
  const path = service === 'blob' ? 'Blob' : 'File';
  const zone = stack.at(`Account/${path}Zone`);

  expect(zone.values).toMatchObject({ name: `privatelink.${service}.core.windows.net` });
  expect(stack.at(`Account/${path}ZoneLink`).values).toMatchObject({ private_dns_zone_name: zone.reference('name') });
  expect(stack.at(`Account/${path}Endpoint`).values).toMatchObject({
    subnet_id: expect.stringMatching(/snet-management$/) as string,
    private_service_connection: {
      private_connection_resource_id: stack.only('azurerm_storage_account').reference('id'),
      subresource_names: [service],
    },
    private_dns_zone_group: { private_dns_zone_ids: [zone.reference('id')] },
  });
});

test.each([
  [{ kind: 'FileStorage', replication: 'RAGRS' } as const, /must be LRS or ZRS, got RAGRS; set replication/],
  [{ softDeleteDays: 0 }, /must last 1 to 365 days, got 0; set softDeleteDays/],
  [{ pointInTimeRestoreDays: 30 }, /must reach back 1 to 29 days, .* got 30; set pointInTimeRestoreDays/],
  [{ pointInTimeRestoreDays: 7, versioning: false }, /needs block blobs with versions/],
  [{ deployerRanges: ['10.0.0.0/8'] }, /must be public, got 10\.0\.0\.0\/8/],
])('fails on %j', (props, message) => {
  expect(() => synthesizedAccount(props)).toThrow(message);
});

test('an account uses a zone that its network resolves already', () => {
  const id =
    '/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net';

  const stack = synthesized((scope) => {
    const resourceGroup = testResourceGroup(scope);
    const blob = PrivateDnsZone.fromPrivateDnsZoneId(scope, 'Zone', id);
    new StorageAccount(scope, 'Account', {
      resourceGroup,
      part: 'backup',
      holds: 'backup',
      replication: 'RAGRS',
      privateAccess: { network: testNetwork(resourceGroup), zones: { blob } },
    });
  });

  expect(stack.only('azurerm_private_endpoint').block('private_dns_zone_group')).toMatchObject({
    private_dns_zone_ids: [id],
  });
  expect(stack.resources('azurerm_private_dns_zone_virtual_network_link')).toHaveLength(0);
});

test('an account that exists is known by its id, and nothing is made for it', () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stcontoso';

  const stack = synthesized((scope) => {
    const storageAccount = StorageAccount.fromStorageAccountId(scope, 'Account', id);
    new BlobContainer(scope, 'Container', { storageAccount, name: 'long-term' });
  });

  expect(stack.all).toHaveLength(1);
  expect(stack.only('azurerm_storage_container').values).toMatchObject({ storage_account_id: id });
});

test('fails on an id of something else', () => {
  expect(() =>
    synthesized((scope) => {
      StorageAccount.fromStorageAccountId(scope, 'Account', '/subscriptions/s');
    }),
  ).toThrow(/must be of Microsoft.Storage\/storageAccounts/);
});
