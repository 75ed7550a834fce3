import { refer, set } from './changes';
import { type Mutant } from './mutant';
import {
  immutabilityPolicy,
  managementPolicy,
  roleAssignment,
  storageAccount,
  storageContainer,
  storageShare,
} from './places';

const account = storageAccount('agent-backup', 'AgentBackup/StorageAccount/Resource', 'healthshare-prod');
const other = '/subscriptions/0/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/other';

/** A mutant for each rule of the family `backup` about copies in storage accounts. */
export const backupCopies: readonly Mutant[] = [
  {
    rule: 'IRIS-BKP-030',
    when: 'long-term copies can be deleted at once',
    at: immutabilityPolicy('agent-backup', 'AgentBackup/LongTerm/Immutability', 'healthshare-prod'),
    change: set('storage_container_resource_manager_id', `${other}/blobServices/default/containers/other`),
    failsAt: storageContainer('agent-backup', 'AgentBackup/LongTerm/Resource', 'healthshare-prod'),
  },
  {
    rule: 'IRIS-BKP-031',
    when: 'long-term copies stay in the hot tier',
    at: managementPolicy('agent-backup', 'AgentBackup/Lifecycle/Resource', 'healthshare-prod'),
    change: set('storage_account_id', other),
    failsAt: account,
  },
  {
    rule: 'IRIS-BKP-032',
    when: 'an agent may write to the whole account',
    at: roleAssignment('agent-backup', 'AgentBackup/LongTerm/MirrorRole', 'healthshare-prod'),
    change: refer('scope', account),
  },
  {
    rule: 'IRIS-BKP-033',
    when: 'an account for SMB with its key holds a container',
    at: account,
    change: (body) => {
      body['tags'] = { ...(body['tags'] as object), 'iris-shared-keys': 'smb' };
    },
  },
  {
    rule: 'IRIS-BKP-034',
    when: 'a share for backups is larger than Azure makes one',
    at: storageShare('online-backup', 'OnlineBackup/Share/Resource', 'iris-prod'),
    change: set('quota', 102_401),
  },
];
