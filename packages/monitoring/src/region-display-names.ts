import { type RegionName } from '@iris-azure/foundation';

/**
 * What regions are called where people read them: Service Health knows them by no other name.
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 */
export const regionDisplayNames: Readonly<Record<RegionName, string>> = {
  australiaeast: 'Australia East',
  australiasoutheast: 'Australia Southeast',
  brazilsouth: 'Brazil South',
  canadacentral: 'Canada Central',
  canadaeast: 'Canada East',
  centralindia: 'Central India',
  centralus: 'Central US',
  eastasia: 'East Asia',
  eastus: 'East US',
  eastus2: 'East US 2',
  japaneast: 'Japan East',
  japanwest: 'Japan West',
  northcentralus: 'North Central US',
  northeurope: 'North Europe',
  southcentralus: 'South Central US',
  southeastasia: 'Southeast Asia',
  southindia: 'South India',
  uksouth: 'UK South',
  ukwest: 'UK West',
  westcentralus: 'West Central US',
  westeurope: 'West Europe',
  westus: 'West US',
  westus2: 'West US 2',
  usgovtexas: 'USGov Texas',
  usgovvirginia: 'USGov Virginia',
  chinaeast3: 'China East 3',
  chinanorth3: 'China North 3',
};
