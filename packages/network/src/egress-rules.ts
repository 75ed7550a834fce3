import { type RegionName } from '@iris-azure/foundation';

/** Names that servers may reach by HTTP or TLS. */
export interface NamedEgress {
  /** Fully qualified names; `*` may stand for everything left of the first dot. @default none */
  readonly names?: readonly string[];
  /** FQDN tags of Azure Firewall, each a list of names that Microsoft keeps, such as `AzureBackup`. @default none */
  readonly nameTags?: readonly string[];
  /** `Http` is port 80, `Https` port 443. @default `Https` */
  readonly protocols?: readonly ('Http' | 'Https')[];
}

/** Addresses that servers may reach by any port. */
export interface AddressedEgress {
  /** Service tags, such as `AzureMonitor`, addresses, or ranges in CIDR notation. */
  readonly destinations: readonly string[];
  /** Transport protocol. @default `TCP` */
  readonly protocol?: 'TCP' | 'UDP';
  /** Ports or ranges of ports, such as `443` or `8000-8010`. */
  readonly ports: readonly string[];
}

/** One way out through a firewall. */
export type EgressRule = NamedEgress | AddressedEgress;

/** Rules by a name that tells what they are for. */
export type EgressRules = Readonly<Record<string, EgressRule>>;

/** Operating systems whose update servers are known. */
export type OperatingSystem = 'ubuntu' | 'redHat';

/** Name of a region as service tags write it. @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview */
const tagRegions: Readonly<Record<RegionName, string>> = {
  australiaeast: 'AustraliaEast',
  australiasoutheast: 'AustraliaSoutheast',
  brazilsouth: 'BrazilSouth',
  canadacentral: 'CanadaCentral',
  canadaeast: 'CanadaEast',
  centralindia: 'CentralIndia',
  centralus: 'CentralUS',
  chinaeast3: 'ChinaEast3',
  chinanorth3: 'ChinaNorth3',
  eastasia: 'EastAsia',
  eastus: 'EastUS',
  eastus2: 'EastUS2',
  francecentral: 'FranceCentral',
  francesouth: 'FranceSouth',
  germanynorth: 'GermanyNorth',
  germanywestcentral: 'GermanyWestCentral',
  japaneast: 'JapanEast',
  japanwest: 'JapanWest',
  koreacentral: 'KoreaCentral',
  koreasouth: 'KoreaSouth',
  northcentralus: 'NorthCentralUS',
  northeurope: 'NorthEurope',
  norwayeast: 'NorwayEast',
  norwaywest: 'NorwayWest',
  southafricanorth: 'SouthAfricaNorth',
  southafricawest: 'SouthAfricaWest',
  southcentralus: 'SouthCentralUS',
  southeastasia: 'SoutheastAsia',
  southindia: 'SouthIndia',
  swedencentral: 'SwedenCentral',
  swedensouth: 'SwedenSouth',
  switzerlandnorth: 'SwitzerlandNorth',
  switzerlandwest: 'SwitzerlandWest',
  uaecentral: 'UAECentral',
  uaenorth: 'UAENorth',
  uksouth: 'UKSouth',
  ukwest: 'UKWest',
  usgovtexas: 'USGovTexas',
  usgovvirginia: 'USGovVirginia',
  westcentralus: 'WestCentralUS',
  westeurope: 'WestEurope',
  westus: 'WestUS',
  westus2: 'WestUS2',
  westus3: 'WestUS3',
};

/**
 * Where packages come from. Ubuntu's names are those of its Azure mirror and of the archives behind it; Red Hat's those
 * of the update infrastructure for images that are paid by the hour.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/workloads/redhat/redhat-rhui
 */
const updateServers: Readonly<Record<OperatingSystem, readonly string[]>> = {
  ubuntu: ['azure.archive.ubuntu.com', 'archive.ubuntu.com', 'security.ubuntu.com', 'esm.ubuntu.com'],
  redHat: ['rhui4-1.microsoft.com'],
};

/**
 * What InterSystems servers on Azure need of the world outside: updates of the operating system, Microsoft's packages for
 * the Azure CLI and agents, and Azure's own services by their tags. No time server: images for Azure take their time from
 * the host.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/time-sync
 */
export function defaultEgressRules(region: RegionName, operatingSystem: OperatingSystem): EgressRules {
  return {
    'azure-backup': azureService('AzureBackup'),
    'azure-key-vault': azureService(`AzureKeyVault.${tagRegions[region]}`),
    'azure-monitor': azureService('AzureMonitor'),
    'azure-resource-manager': azureService('AzureResourceManager'),
    'azure-storage': azureService(`Storage.${tagRegions[region]}`),
    automation: azureService('GuestAndHybridManagement'),
    'entra-id': azureService('AzureActiveDirectory'),
    'microsoft-packages': { names: ['packages.microsoft.com'] },
    'operating-system-updates': { names: updateServers[operatingSystem], protocols: ['Http', 'Https'] },
  };
}

function azureService(tag: string): AddressedEgress {
  return { destinations: [tag], ports: ['443'] };
}

/** Whether a rule is one of addresses. */
export function isAddressed(rule: EgressRule): rule is AddressedEgress {
  return 'destinations' in rule;
}
