/**
 * Regions by Azure's name, read 2026-11-23: short code of the Cloud Adoption Framework, region pair and zones
 * from Microsoft's list of regions, fault domains from Microsoft's page on availability sets.
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 * @see https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
 */
export const regionData = {
  centralus: { code: 'cus', pair: 'eastus2', zones: ['1', '2', '3'], faultDomains: 3 },
  eastus2: { code: 'eus2', pair: 'centralus', zones: ['1', '2', '3'], faultDomains: 3 },
  northeurope: { code: 'neu', pair: 'westeurope', zones: ['1', '2', '3'], faultDomains: 3 },
  westeurope: { code: 'weu', pair: 'northeurope', zones: ['1', '2', '3'], faultDomains: 3 },
} as const;
