/**
 * Regions by Azure's name: short code of the Cloud Adoption Framework, region pair, zones, and fault domains of an aligned
 * availability set (`az vm list-skus --resource-type availabilitySets`, `MaximumPlatformFaultDomainCount`). A region joins
 * when each of its facts has been checked.
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 * @see https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
 */
export const regionData = {
  northeurope: { code: 'neu', pair: 'westeurope', zones: ['1', '2', '3'], faultDomains: 3 },
  westeurope: { code: 'weu', pair: 'northeurope', zones: ['1', '2', '3'], faultDomains: 3 },
} as const;
