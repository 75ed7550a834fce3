import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  diskEncryptionSet,
  keyVault,
  keyVaultKey,
  managedDisk,
  privateEndpoint,
  roleAssignment,
  virtualMachine,
} from './places';

const arbiter = virtualMachine('mirror', 'Mirror/Arbiter/Resource');
const webServer = virtualMachine('compute', 'Compute/Web/Server2/Resource');
const journal = managedDisk('mirror', 'Mirror/Primary/Journal/Resource');
const vault = keyVault('security', 'Security/KeyVault/Resource');
const diskKey = keyVaultKey('security', 'Security/DiskEncryption/Key/Resource');
const encryptionSet = diskEncryptionSet('security', 'Security/DiskEncryption/Resource');

/** A mutant for each rule of the family `encryption-at-rest`. */
export const encryptionAtRest: readonly Mutant[] = [
  {
    rule: 'IRIS-ENC-001',
    when: 'a data disk has no disk encryption set',
    at: journal,
    change: omit('disk_encryption_set_id'),
  },
  {
    rule: 'IRIS-ENC-002',
    when: 'an operating system disk has no disk encryption set',
    at: arbiter,
    change: within('os_disk', omit('disk_encryption_set_id')),
  },
  {
    rule: 'IRIS-ENC-003',
    when: 'a machine is not encrypted at its host',
    at: webServer,
    change: omit('encryption_at_host_enabled'),
  },
  {
    rule: 'IRIS-ENC-004',
    when: 'a disk encryption set stays with the first version of its key',
    at: encryptionSet,
    change: omit('auto_key_rotation_enabled'),
  },
  {
    rule: 'IRIS-ENC-005',
    when: 'a disk encryption set may only read of its key',
    at: roleAssignment('security', 'Security/DiskEncryption/Key/ServiceRole'),
    change: set('role_definition_name', 'Key Vault Reader'),
    failsAt: encryptionSet,
  },
  {
    rule: 'IRIS-ENC-006',
    when: 'a deleted vault can be purged',
    at: vault,
    change: omit('purge_protection_enabled'),
  },
  {
    rule: 'IRIS-ENC-007',
    when: 'a vault authorizes by access policies',
    at: vault,
    change: set('rbac_authorization_enabled', false),
  },
  {
    rule: 'IRIS-ENC-008',
    when: 'a vault is open to the internet',
    at: vault,
    change: (body) => {
      body['public_network_access_enabled'] = true;
      delete body['network_acls'];
    },
  },
  {
    rule: 'IRIS-ENC-009',
    when: 'a vault has no private end point',
    at: privateEndpoint('security', 'Security/KeyVault/PrivateEndpoint'),
    change: within(
      'private_service_connection',
      set(
        'private_connection_resource_id',
        '/subscriptions/0/resourceGroups/other/providers/Microsoft.KeyVault/vaults/other',
      ),
    ),
    failsAt: vault,
  },
  {
    rule: 'IRIS-ENC-010',
    when: 'a key has 2048 bits',
    at: diskKey,
    change: set('key_size', 2048),
  },
  {
    rule: 'IRIS-ENC-011',
    when: 'a key never rotates',
    at: diskKey,
    change: omit('rotation_policy'),
  },
  {
    rule: 'IRIS-ENC-012',
    when: 'a disk can be exported',
    at: journal,
    change: set('network_access_policy', 'AllowAll'),
  },
];
