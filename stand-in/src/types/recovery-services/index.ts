import { type ResourceType } from '../../arm/resource-type';
import { backupPolicy } from './backup-policy';
import { protectedItem } from './protected-item';
import { recoveryVault } from './vault';
import { vaultSettings } from './vault-settings';

/** Types of Microsoft.RecoveryServices. */
export const recoveryServicesTypes: readonly ResourceType[] = [
  recoveryVault,
  ...vaultSettings,
  backupPolicy,
  protectedItem,
];
