import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  automationAccount,
  backupPolicy,
  jobSchedule,
  protectedMachine,
  recoveryVault as vaultIn,
  virtualMachine,
} from './places';

const vault = vaultIn('backup', 'Backup/Vault/Resource');
const policy = backupPolicy('backup', 'Backup/Policy/Resource');
const account = automationAccount('backup', 'Backup/AutomationAccount/Resource');

/** A mutant for each rule of the family `backup`. */
export const backup: readonly Mutant[] = [
  {
    rule: 'IRIS-BKP-001',
    when: 'a vault keeps its copies in one data centre',
    at: vault,
    change: (body) => {
      body['storage_mode_type'] = 'LocallyRedundant';
      body['cross_region_restore_enabled'] = false;
      body['public_network_access_enabled'] = false;
    },
  },
  {
    rule: 'IRIS-BKP-002',
    when: 'a geo-redundant vault cannot be restored in the paired region',
    at: vault,
    change: (body) => {
      body['cross_region_restore_enabled'] = false;
      body['public_network_access_enabled'] = false;
    },
  },
  {
    rule: 'IRIS-BKP-003',
    when: 'a vault of one region has public access',
    at: vault,
    change: (body) => {
      body['storage_mode_type'] = 'ZoneRedundant';
      body['cross_region_restore_enabled'] = false;
    },
  },
  {
    rule: 'IRIS-BKP-004',
    when: 'a vault has no soft delete',
    at: vault,
    change: set('soft_delete_enabled', false),
  },
  {
    rule: 'IRIS-BKP-005',
    when: 'backups can be deleted before they expire',
    at: vault,
    change: omit('immutability'),
  },
  {
    rule: 'IRIS-BKP-006',
    when: 'a vault has no key of its owner',
    at: vault,
    change: omit('encryption'),
  },
  {
    rule: 'IRIS-BKP-007',
    when: 'a vault has one layer of encryption',
    at: vault,
    change: within('encryption', set('infrastructure_encryption_enabled', false)),
  },
  {
    rule: 'IRIS-BKP-008',
    when: 'a vault does not alert on failed backups',
    at: vault,
    change: omit('monitoring'),
  },
  {
    rule: 'IRIS-BKP-009',
    when: 'a policy is a Standard one',
    at: policy,
    change: omit('policy_type'),
  },
  {
    rule: 'IRIS-BKP-010',
    when: 'backups are taken once a week',
    at: policy,
    change: within('backup', set('frequency', 'Weekly')),
  },
  {
    rule: 'IRIS-BKP-011',
    when: 'backups are kept for a week',
    at: policy,
    change: within('retention_daily', set('count', 7)),
  },
  {
    rule: 'IRIS-BKP-012',
    when: 'a policy has a time zone that Azure Backup does not know',
    at: policy,
    change: set('timezone', 'Europe/Amsterdam'),
  },
  {
    rule: 'IRIS-BKP-013',
    when: 'the protection of a mirror member is stopped',
    at: protectedMachine('backup', 'Backup/MirrorBackupProtection/Resource'),
    change: set('protection_state', 'ProtectionStopped'),
    failsAt: virtualMachine('mirror', 'Mirror/Backup/Resource'),
  },
  {
    rule: 'IRIS-BKP-014',
    when: 'an Automation account has public access',
    at: account,
    change: omit('public_network_access_enabled'),
  },
  {
    rule: 'IRIS-BKP-015',
    when: 'an Automation account has keys',
    at: account,
    change: omit('local_authentication_enabled'),
  },
  {
    rule: 'IRIS-BKP-016',
    when: 'runbooks have no identity',
    at: account,
    change: omit('identity'),
  },
  {
    rule: 'IRIS-BKP-017',
    when: 'the databases of a backup are never checked',
    at: jobSchedule('backup', 'Backup/MirrorBackupIntegrityCheck/Job'),
    change: omit('parameters'),
    failsAt: virtualMachine('mirror', 'Mirror/Backup/Resource'),
  },
];
