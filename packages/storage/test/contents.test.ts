import {
  BlobContainer,
  type BlobContainerProps,
  type ContainerLifecycle,
  FileShare,
  type FileShareProps,
  LifecyclePolicy,
  type Replication,
} from '@iris-azure/storage';
import { synthesized, testIdentity } from '../../../test/support';

const storageAccount = { id: '/subscriptions/s/storageAccounts/st', name: 'st' };

function container(props: Partial<BlobContainerProps> = {}) {
  return synthesized((stack) => {
    const made = new BlobContainer(stack, 'Container', { storageAccount, name: 'long-term', ...props });
    made.grantWrite('AgentRole', testIdentity);
  });
}

function lifecycle(rule: Omit<ContainerLifecycle, 'name' | 'container'>, replication: Replication = 'RAGRS') {
  return synthesized((stack) => {
    const longTerm = { id: `${storageAccount.id}/containers/long-term`, name: 'long-term' };
    new LifecyclePolicy(stack, 'Lifecycle', {
      storageAccount,
      replication,
      rules: [{ name: 'longTerm', container: longTerm, ...rule }],
    });
  });
}

function share(props: Partial<FileShareProps> = {}) {
  return synthesized((stack) => {
    new FileShare(stack, 'Share', { storageAccount, name: 'online-backup', quotaGib: 5120, ...props });
  });
}

test('a container is private, made by Resource Manager in its account', () => {
  expect(container().only('azurerm_storage_container').values).toMatchObject({
    container_access_type: 'private',
    storage_account_id: storageAccount.id,
  });
});

test('an identity writes to one container, not to the account', () => {
  const stack = container();

  expect(stack.only('azurerm_role_assignment').values).toMatchObject({
    role_definition_name: 'Storage Blob Data Contributor',
    scope: stack.only('azurerm_storage_container').reference('id'),
    principal_id: testIdentity.principalId,
  });
});

test('blobs are immutable for days, and the policy stays open until it is said to be locked', () => {
  const policy = container({ immutability: { days: 35 } }).only('azurerm_storage_container_immutability_policy');
  const locked = container({ immutability: { days: 35, locked: true, appendBlobs: true } });

  expect(policy.values).toMatchObject({
    immutability_period_in_days: 35,
    locked: false,
    protected_append_writes_enabled: false,
  });
  expect(locked.only('azurerm_storage_container_immutability_policy').values).toMatchObject({
    locked: true,
    protected_append_writes_enabled: true,
  });
});

test.each([
  [{ name: 'Long_Term' }, /must be 3 to 63 lower-case letters, .* got 'Long_Term'; set name/],
  [{ immutability: { days: 0 } }, /must be immutable for 1 to 146000 days, got 0; set immutability\.days/],
])('fails for a container of %j', (props, message) => {
  expect(() => container(props)).toThrow(message);
});

test('blobs move from tier to tier, and go with their versions', () => {
  const policy = lifecycle({ coolAfterDays: 30, coldAfterDays: 60, archiveAfterDays: 150, deleteAfterDays: 2555 });

  expect(policy.only('azurerm_storage_management_policy').block('rule')).toMatchObject({
    enabled: true,
    filters: { blob_types: ['blockBlob'], prefix_match: ['long-term/'] },
    actions: {
      base_blob: {
        tier_to_cool_after_days_since_modification_greater_than: 30,
        tier_to_cold_after_days_since_modification_greater_than: 60,
        tier_to_archive_after_days_since_modification_greater_than: 150,
        delete_after_days_since_modification_greater_than: 2555,
      },
      version: { delete_after_days_since_creation: 2555 },
    },
  });
});

test('what is never deleted keeps its versions', () => {
  const rule = lifecycle({ coolAfterDays: 30 }).only('azurerm_storage_management_policy').block('rule');

  expect(rule.actions).not.toHaveProperty('version');
});

test.each([
  [{}, 'RAGRS', /must move or delete blobs; set coolAfterDays/],
  [{ coolAfterDays: -1 }, 'RAGRS', /coolAfterDays must be 0 to 99999 days, got -1/],
  [{ coolAfterDays: 60, archiveAfterDays: 60 }, 'RAGRS', /archiveAfterDays must be more than 60 \(coolAfterDays\)/],
  [{ archiveAfterDays: 60 }, 'RAGZRS', /must be in an account of LRS, GRS or RAGRS, got RAGZRS; leave out/],
] as const)('fails for a lifecycle of %j in %s', (rule, replication, message) => {
  expect(() => lifecycle(rule, replication)).toThrow(message);
});

test('a share is one for SMB, with a quota', () => {
  expect(share().only('azurerm_storage_share').values).toMatchObject({
    enabled_protocol: 'SMB',
    quota: 5120,
    access_tier: 'Hot',
    storage_account_id: storageAccount.id,
  });
});

test.each([
  [{ quotaGib: 102_401 }, /must be 1 to 102400 GiB, got 102401; set quotaGib, or spread over several shares/],
  [{ quotaGib: 99, accessTier: 'Premium' } as const, /must be 100 to 102400 GiB, got 99/],
  [{ name: 'a' }, /share name must be 3 to 63 .* got 'a'; set name/],
])('fails for a share of %j', (props, message) => {
  expect(() => share(props)).toThrow(message);
});
