import { type RegionName } from '@iris-azure/foundation';

/**
 * What regions are called where people read them: Service Health knows them by no other name.
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 */
export const regionDisplayNames: Readonly<Record<RegionName, string>> = {
  northeurope: 'North Europe',
  westeurope: 'West Europe',
};
