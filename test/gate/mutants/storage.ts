import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import { privateEndpoint, storageAccount } from './places';

const copies = storageAccount('agent-backup', 'AgentBackup/StorageAccount/Resource', 'healthshare-prod');
const files = storageAccount('online-backup', 'OnlineBackup/StorageAccount/Resource', 'iris-prod');

/** Id of an account that is not of the environment. */
const elsewhere = '/subscriptions/0/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/other';

/** A mutant for each rule of the family `storage`. */
export const storage: readonly Mutant[] = [
  {
    rule: 'IRIS-STO-001',
    when: 'an account takes TLS 1.0',
    at: copies,
    change: set('min_tls_version', 'TLS1_0'),
  },
  {
    rule: 'IRIS-STO-002',
    when: 'an account takes HTTP',
    at: copies,
    change: set('https_traffic_only_enabled', false),
  },
  {
    rule: 'IRIS-STO-003',
    when: 'an account has shared keys',
    at: copies,
    change: omit('shared_access_key_enabled'),
  },
  {
    rule: 'IRIS-STO-004',
    when: 'containers of an account can be opened to everybody',
    at: copies,
    change: omit('allow_nested_items_to_be_public'),
  },
  {
    rule: 'IRIS-STO-005',
    when: 'an account is open to the internet',
    at: copies,
    change: (body) => {
      body['public_network_access_enabled'] = true;
      delete body['network_rules'];
    },
  },
  {
    rule: 'IRIS-STO-006',
    when: 'an account with a private end point has public access too',
    at: copies,
    change: omit('public_network_access_enabled'),
  },
  {
    rule: 'IRIS-STO-007',
    when: 'an account has no private end point',
    at: privateEndpoint('agent-backup', 'AgentBackup/StorageAccount/BlobEndpoint', 'healthshare-prod'),
    change: within('private_service_connection', set('private_connection_resource_id', elsewhere)),
    failsAt: copies,
  },
  {
    rule: 'IRIS-STO-008',
    when: "an account keeps Azure's own services out",
    at: copies,
    change: within('network_rules', set('bypass', ['None'])),
  },
  {
    rule: 'IRIS-STO-009',
    when: 'an account encrypts once',
    at: copies,
    change: omit('infrastructure_encryption_enabled'),
  },
  {
    rule: 'IRIS-STO-010',
    when: "backups are encrypted by Azure's key",
    at: files,
    change: omit('customer_managed_key'),
  },
  {
    rule: 'IRIS-STO-011',
    when: 'an account of backups keeps no versions',
    at: copies,
    change: within('blob_properties', omit('versioning_enabled')),
  },
  {
    rule: 'IRIS-STO-012',
    when: 'deleted blobs are gone',
    at: copies,
    change: within('blob_properties', omit('delete_retention_policy')),
  },
  {
    rule: 'IRIS-STO-013',
    when: 'deleted shares are gone',
    at: files,
    change: within('share_properties', omit('retention_policy')),
  },
  {
    rule: 'IRIS-STO-014',
    when: 'backups are in one region',
    at: copies,
    change: set('account_replication_type', 'LRS'),
  },
  {
    rule: 'IRIS-STO-015',
    when: 'shares are reached by SMB 3.0',
    at: files,
    change: within('share_properties', within('smb', set('versions', ['SMB3.0', 'SMB3.1.1']))),
  },
  {
    rule: 'IRIS-STO-016',
    when: 'shares are encrypted as clients like',
    at: files,
    change: within('share_properties', within('smb', omit('channel_encryption_type'))),
  },
  {
    rule: 'IRIS-STO-017',
    when: 'an account has users of its own',
    at: copies,
    change: omit('local_user_enabled'),
  },
  {
    rule: 'IRIS-STO-018',
    when: 'signatures of an account may be valid for a month',
    at: files,
    change: within('sas_policy', set('expiration_period', '30.00:00:00')),
  },
];
