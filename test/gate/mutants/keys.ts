import { omit, set } from './changes';
import { type Mutant } from './mutant';
import { keyVault, keyVaultKey, roleAssignment, virtualMachine } from './places';

const vault = keyVault('security', 'Security/KeyVault/Resource');
const diskKey = keyVaultKey('security', 'Security/DiskEncryption/Key/Resource');
const databaseKey = keyVaultKey('security', 'Security/DatabaseKey/Resource');

/** A mutant for each rule of the family `keys`. */
export const keys: readonly Mutant[] = [
  {
    rule: 'IRIS-KEY-001',
    when: 'databases are encrypted by the key of disks',
    at: roleAssignment('security', 'Security/DatabaseKey/MirrorRole'),
    change: (body, address) => {
      body['scope'] = `\${${address(diskKey)}.resource_versionless_id}`;
    },
    failsAt: diskKey,
  },
  {
    rule: 'IRIS-KEY-002',
    when: 'disk encryption may use every key of the vault',
    at: roleAssignment('security', 'Security/DiskEncryption/Key/ServiceRole'),
    change: (body, address) => {
      body['scope'] = `\${${address(vault)}.id}`;
    },
  },
  {
    rule: 'IRIS-KEY-003',
    when: 'web servers may use the key of databases',
    at: roleAssignment('security', 'Security/WebCertificate/ServerRole'),
    change: (body, address) => {
      body['role_definition_name'] = 'Key Vault Crypto User';
      body['scope'] = `\${${address(databaseKey)}.resource_versionless_id}`;
    },
  },
  {
    rule: 'IRIS-KEY-004',
    when: 'the backup has no identity',
    at: virtualMachine('mirror', 'Mirror/Backup/Resource'),
    change: omit('identity'),
  },
  {
    rule: 'IRIS-KEY-005',
    when: 'a key may sign',
    at: diskKey,
    change: set('key_opts', ['unwrapKey', 'wrapKey', 'sign']),
  },
];
