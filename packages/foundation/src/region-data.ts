import { type CloudName } from './cloud';

/** Facts about one region. */
interface RegionFacts {
  readonly code: string;
  readonly pair: string;
  readonly zones: readonly string[];
  readonly faultDomains: 2 | 3;
  readonly cloud: CloudName;
}

const zones = ['1', '2', '3'] as const;
const withoutZones = [] as const;
const cloud = 'public';

/**
 * Regions by Azure's name: short code of the Cloud Adoption Framework, region pair, logical zones, and fault domains of an
 * aligned availability set, each as Microsoft's pages of 2025 list it. A region joins when each of its facts has been
 * checked.
 *
 * Where the page of availability sets does not list a region's fault domains, they are those that Microsoft's deployment
 * framework for SAP keeps of the command below. Sweden South has no row of its own in the list of regions: its pair is that
 * of the list of geo-codes, and it is in no list of regions with zones. Brazil South and West US 3 are paired in one
 * direction only. Some regions, the second ones of most pairs among them, are open to subscriptions that have asked for
 * access.
 *
 * No page lists the fault domains of the sovereign clouds: 2, which every region has, stands for them, so that an arbiter is
 * in a set of its own there. `az vm list-skus --resource-type availabilitySets` tells a subscription its own number
 * (`MaximumPlatformFaultDomainCount`).
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 * @see https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
 * @see https://github.com/Azure/sap-automation/blob/main/deploy/configs/max_fault_domain_count.json
 * @see https://learn.microsoft.com/azure/backup/scripts/geo-code-list
 * @see https://learn.microsoft.com/azure/azure-government/documentation-government-welcome
 * @see https://learn.microsoft.com/azure/china/overview-regions
 */
export const regionData = {
  australiaeast: { code: 'ae', pair: 'australiasoutheast', zones, faultDomains: 2, cloud },
  australiasoutheast: { code: 'ase', pair: 'australiaeast', zones: withoutZones, faultDomains: 2, cloud },
  brazilsouth: { code: 'brs', pair: 'southcentralus', zones, faultDomains: 2, cloud },
  canadacentral: { code: 'cnc', pair: 'canadaeast', zones, faultDomains: 2, cloud },
  canadaeast: { code: 'cne', pair: 'canadacentral', zones: withoutZones, faultDomains: 2, cloud },
  centralindia: { code: 'inc', pair: 'southindia', zones, faultDomains: 2, cloud },
  centralus: { code: 'cus', pair: 'eastus2', zones, faultDomains: 3, cloud },
  eastasia: { code: 'ea', pair: 'southeastasia', zones, faultDomains: 3, cloud },
  eastus: { code: 'eus', pair: 'westus', zones, faultDomains: 3, cloud },
  eastus2: { code: 'eus2', pair: 'centralus', zones, faultDomains: 3, cloud },
  francecentral: { code: 'frc', pair: 'francesouth', zones, faultDomains: 3, cloud },
  francesouth: { code: 'frs', pair: 'francecentral', zones: withoutZones, faultDomains: 2, cloud },
  germanynorth: { code: 'gn', pair: 'germanywestcentral', zones: withoutZones, faultDomains: 2, cloud },
  germanywestcentral: { code: 'gwc', pair: 'germanynorth', zones, faultDomains: 2, cloud },
  japaneast: { code: 'jpe', pair: 'japanwest', zones, faultDomains: 2, cloud },
  japanwest: { code: 'jpw', pair: 'japaneast', zones, faultDomains: 2, cloud },
  koreacentral: { code: 'krc', pair: 'koreasouth', zones, faultDomains: 2, cloud },
  koreasouth: { code: 'krs', pair: 'koreacentral', zones: withoutZones, faultDomains: 2, cloud },
  northcentralus: { code: 'ncus', pair: 'southcentralus', zones: withoutZones, faultDomains: 3, cloud },
  northeurope: { code: 'neu', pair: 'westeurope', zones, faultDomains: 3, cloud },
  norwayeast: { code: 'nwe', pair: 'norwaywest', zones, faultDomains: 2, cloud },
  norwaywest: { code: 'nww', pair: 'norwayeast', zones: withoutZones, faultDomains: 2, cloud },
  southafricanorth: { code: 'san', pair: 'southafricawest', zones, faultDomains: 2, cloud },
  southafricawest: { code: 'saw', pair: 'southafricanorth', zones: withoutZones, faultDomains: 2, cloud },
  southcentralus: { code: 'scus', pair: 'northcentralus', zones, faultDomains: 3, cloud },
  southeastasia: { code: 'sea', pair: 'eastasia', zones, faultDomains: 2, cloud },
  southindia: { code: 'ins', pair: 'centralindia', zones: withoutZones, faultDomains: 2, cloud },
  swedencentral: { code: 'sdc', pair: 'swedensouth', zones, faultDomains: 3, cloud },
  swedensouth: { code: 'sds', pair: 'swedencentral', zones: withoutZones, faultDomains: 2, cloud },
  switzerlandnorth: { code: 'szn', pair: 'switzerlandwest', zones, faultDomains: 2, cloud },
  switzerlandwest: { code: 'szw', pair: 'switzerlandnorth', zones: withoutZones, faultDomains: 2, cloud },
  uaecentral: { code: 'uac', pair: 'uaenorth', zones: withoutZones, faultDomains: 2, cloud },
  uaenorth: { code: 'uan', pair: 'uaecentral', zones, faultDomains: 2, cloud },
  uksouth: { code: 'uks', pair: 'ukwest', zones, faultDomains: 2, cloud },
  ukwest: { code: 'ukw', pair: 'uksouth', zones: withoutZones, faultDomains: 2, cloud },
  westcentralus: { code: 'wcus', pair: 'westus2', zones: withoutZones, faultDomains: 2, cloud },
  westeurope: { code: 'weu', pair: 'northeurope', zones, faultDomains: 3, cloud },
  westus: { code: 'wus', pair: 'eastus', zones: withoutZones, faultDomains: 3, cloud },
  westus2: { code: 'wus2', pair: 'westcentralus', zones, faultDomains: 2, cloud },
  westus3: { code: 'wus3', pair: 'eastus', zones, faultDomains: 3, cloud },
  usgovtexas: { code: 'ugt', pair: 'usgovvirginia', zones: withoutZones, faultDomains: 2, cloud: 'usgovernment' },
  usgovvirginia: { code: 'ugv', pair: 'usgovtexas', zones, faultDomains: 2, cloud: 'usgovernment' },
  chinaeast3: { code: 'sha3', pair: 'chinanorth3', zones: withoutZones, faultDomains: 2, cloud: 'china' },
  chinanorth3: { code: 'bjb3', pair: 'chinaeast3', zones, faultDomains: 2, cloud: 'china' },
} as const satisfies Record<string, RegionFacts>;
