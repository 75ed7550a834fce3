import { type z } from 'zod';
import { type JsonObject } from '../../arm/json';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything } from '../../arm/shape';

const vault = 'Microsoft.RecoveryServices/vaults';

/** Settings that each vault has from the beginning, by type and name. */
const settings = [
  { collection: 'replicationVaultSettings', name: 'default', properties: {} },
  {
    collection: 'backupconfig',
    name: 'vaultconfig',
    properties: { enhancedSecurityState: 'Enabled', softDeleteFeatureState: 'Enabled' },
  },
  {
    collection: 'backupstorageconfig',
    name: 'vaultstorageconfig',
    properties: { storageModelType: 'GeoRedundant', storageType: 'GeoRedundant', storageTypeState: 'Unlocked' },
  },
] as const;

/** Their types; azurerm 5 reads the first of them alone, so the form of what others may write is not checked. */
export const vaultSettings: readonly ResourceType[] = settings.map(({ collection, name }) => ({
  type: `${vault}/${collection}`,
  name: { pattern: new RegExp(`^${name}$`, 'i'), allowed: name },
  shape: anything as unknown as z.ZodType<JsonObject>,
  createdStatus: 200,
}));

/** The settings of a vault that is new. */
export function settingsOf(vaultId: string): readonly Resource[] {
  return settings.map(({ collection, name, properties }) => ({
    id: `${vaultId}/${collection}/${name}`,
    name,
    type: `${vault}/${collection}`,
    properties,
  }));
}
