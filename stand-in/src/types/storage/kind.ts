import { type Resource } from '../../arm/resource';

/** Type of storage accounts. */
export const accountType = 'Microsoft.Storage/storageAccounts';

/** What accounts are made of and how they are replicated. */
export const skuNames = [
  'Standard_LRS',
  'Standard_ZRS',
  'Standard_GRS',
  'Standard_RAGRS',
  'Standard_GZRS',
  'Standard_RAGZRS',
  'Premium_LRS',
  'Premium_ZRS',
  'StandardV2_LRS',
  'StandardV2_ZRS',
  'StandardV2_GRS',
  'StandardV2_GZRS',
  'PremiumV2_LRS',
  'PremiumV2_ZRS',
] as const;

/** Kind of an account. */
export function kindOf(account: Resource): string {
  return account['kind'] as string;
}

/** Parts of the name of an account's SKU. */
export function skuOf(account: Resource): { readonly tier: string; readonly replication: string } {
  const [hardware = '', replication = ''] = (account['sku'] as { readonly name: string }).name.split('_');
  return { tier: hardware.replace('V2', ''), replication };
}
