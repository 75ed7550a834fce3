import { type ResourceType } from '../../arm/resource-type';
import { vault } from './vault';
import { vaultObjects } from './vault-objects';

/** Types of Microsoft.KeyVault. */
export const keyVaultTypes: readonly ResourceType[] = [vault, ...vaultObjects];
