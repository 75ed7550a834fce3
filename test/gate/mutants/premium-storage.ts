import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import { diskAttachment, managedDisk, virtualMachine } from './places';

const primary = virtualMachine('mirror', 'Mirror/Primary/Resource');
const backup = virtualMachine('mirror', 'Mirror/Backup/Resource');
const webServer = virtualMachine('compute', 'Compute/Web/Server2/Resource');
const journal = managedDisk('mirror', 'Mirror/Primary/Journal/Resource');
const journalAttachment = diskAttachment('mirror', 'Mirror/Primary/Journal/Attachment');

/** A mutant for each rule of the family `premium-storage`. */
export const premiumStorage: readonly Mutant[] = [
  {
    rule: 'IRIS-STG-001',
    when: 'an operating system disk is Standard SSD',
    at: backup,
    change: within('os_disk', set('storage_account_type', 'StandardSSD_LRS')),
  },
  {
    rule: 'IRIS-STG-002',
    when: 'a journal disk is Standard SSD',
    at: journal,
    change: set('storage_account_type', 'StandardSSD_LRS'),
  },
  {
    rule: 'IRIS-STG-003',
    when: 'a web server has a size without Premium storage',
    at: webServer,
    change: set('size', 'Standard_D4_v5'),
  },
  {
    rule: 'IRIS-STG-004',
    when: 'a journal is cached by the host',
    at: journalAttachment,
    change: set('caching', 'ReadOnly'),
  },
  {
    rule: 'IRIS-STG-005',
    when: 'a cached database disk is larger than the host can cache',
    at: managedDisk('dr', 'DisasterRecovery/Mirror/Member/Database0/Resource'),
    change: set('disk_size_gb', 4096),
    failsAt: diskAttachment('dr', 'DisasterRecovery/Mirror/Member/Database0/Attachment'),
  },
  {
    rule: 'IRIS-STG-006',
    when: 'a member has no disk for the alternate journal',
    at: managedDisk('mirror', 'Mirror/Primary/AlternateJournal/Resource'),
    change: omit('tags'),
    failsAt: primary,
  },
  {
    rule: 'IRIS-STG-007',
    when: 'two disks of a machine have the same LUN',
    at: journalAttachment,
    change: set('lun', 1),
    failsAt: primary,
  },
  {
    rule: 'IRIS-STG-008',
    when: 'a machine in an availability set has a Premium SSD v2 disk',
    at: journal,
    change: set('storage_account_type', 'PremiumV2_LRS'),
  },
  {
    rule: 'IRIS-STG-009',
    when: 'the backup is smaller than the primary',
    at: backup,
    change: set('size', 'Standard_E32-16ds_v5'),
  },
];
