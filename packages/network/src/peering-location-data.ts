import { type RegionName } from '@iris-azure/foundation';

/** Regions of Azure between which a Standard circuit gives access, and the peering locations of such circuits. */
export interface GeopoliticalRegion {
  /** Regions of Azure. */
  readonly regions: readonly RegionName[];
  /** Peering locations, each with the regions that a Local circuit reaches from it. */
  readonly locations: Readonly<Record<string, readonly RegionName[]>>;
}

/**
 * Peering locations of ExpressRoute by geopolitical region, as Microsoft's pages of April 2026 list them, as far as the
 * catalogue has regions there. No page lists the local regions of the sovereign clouds, nor the places of China East 3 and
 * Sweden South; to the latter, Premium circuits alone are let through.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-locations-providers
 */
export const geopoliticalRegions: readonly GeopoliticalRegion[] = [
  {
    regions: [
      'francecentral',
      'francesouth',
      'germanynorth',
      'germanywestcentral',
      'northeurope',
      'norwayeast',
      'norwaywest',
      'swedencentral',
      'switzerlandnorth',
      'switzerlandwest',
      'uksouth',
      'ukwest',
      'westeurope',
    ],
    locations: {
      Amsterdam: ['westeurope'],
      Amsterdam2: ['westeurope'],
      Berlin: ['germanynorth'],
      Dublin: ['northeurope'],
      Dublin2: ['northeurope'],
      Frankfurt: ['germanywestcentral'],
      Frankfurt2: ['germanywestcentral'],
      Geneva: ['switzerlandwest'],
      London: ['uksouth'],
      London2: ['uksouth'],
      Marseille: ['francesouth'],
      'Newport(Wales)': ['ukwest'],
      Oslo: ['norwayeast'],
      Paris: ['francecentral'],
      Paris2: ['francecentral'],
      Stavanger: ['norwaywest'],
      Stockholm: ['swedencentral'],
      Stockholm2: ['swedencentral'],
      Zurich: ['switzerlandnorth'],
      Zurich2: ['switzerlandnorth'],
      ...withoutLocal('Copenhagen', 'Madrid', 'Madrid2', 'Milan', 'Milan2', 'Munich', 'Warsaw'),
    },
  },
  {
    regions: [
      'canadacentral',
      'canadaeast',
      'centralus',
      'eastus',
      'eastus2',
      'northcentralus',
      'southcentralus',
      'westcentralus',
      'westus',
      'westus2',
      'westus3',
    ],
    locations: {
      Chicago: ['northcentralus'],
      Chicago2: ['northcentralus'],
      Denver: ['westcentralus'],
      Phoenix: ['westus3'],
      Phoenix2: ['westus3'],
      'Quebec City': ['canadaeast'],
      Quincy: ['westus2'],
      'San Antonio': ['southcentralus'],
      Seattle: ['westus2'],
      'Silicon Valley': ['westus'],
      'Silicon Valley2': ['westus'],
      Toronto: ['canadacentral'],
      Toronto2: ['canadacentral'],
      'Washington DC': ['eastus', 'eastus2'],
      'Washington DC2': ['eastus', 'eastus2'],
      ...withoutLocal('Atlanta', 'Dallas', 'Las Vegas', 'Los Angeles', 'Los Angeles2', 'Miami', 'Minneapolis'),
      ...withoutLocal('Montreal', 'New York', 'Vancouver'),
    },
  },
  {
    regions: ['eastasia', 'southeastasia'],
    locations: {
      'Hong Kong': ['eastasia'],
      'Hong Kong2': ['eastasia'],
      Singapore: ['southeastasia'],
      Singapore2: ['southeastasia'],
      ...withoutLocal('Bangkok', 'Jakarta', 'Kuala Lumpur', 'Taipei'),
    },
  },
  {
    regions: ['centralindia', 'southindia'],
    locations: {
      Chennai: ['southindia'],
      Chennai2: ['southindia'],
      Pune: ['centralindia'],
      ...withoutLocal('Mumbai', 'Mumbai2'),
    },
  },
  {
    regions: ['japaneast', 'japanwest'],
    locations: { Osaka: ['japanwest'], Tokyo: ['japaneast'], Tokyo2: ['japaneast'], Tokyo3: ['japaneast'] },
  },
  {
    regions: ['koreacentral', 'koreasouth'],
    locations: { Busan: ['koreasouth'], Seoul: ['koreacentral'], Seoul2: ['koreacentral'] },
  },
  {
    regions: ['uaecentral', 'uaenorth'],
    locations: { 'Abu Dhabi': ['uaecentral'], Dubai: ['uaenorth'], Dubai2: ['uaenorth'] },
  },
  {
    regions: ['southafricanorth', 'southafricawest'],
    locations: { 'Cape Town': ['southafricawest'], Johannesburg: ['southafricanorth'] },
  },
  {
    regions: ['australiaeast', 'australiasoutheast'],
    locations: {
      Melbourne: ['australiasoutheast'],
      Sydney: ['australiaeast'],
      Sydney2: ['australiaeast'],
      ...withoutLocal('Auckland', 'Perth'),
    },
  },
  {
    regions: ['brazilsouth'],
    locations: {
      Campinas: ['brazilsouth'],
      'Sao Paulo': ['brazilsouth'],
      'Sao Paulo2': ['brazilsouth'],
      ...withoutLocal('Rio de Janeiro', 'Santiago'),
    },
  },
  { regions: ['swedensouth'], locations: {} },
  {
    regions: ['usgovtexas', 'usgovvirginia'],
    locations: {
      ...withoutLocal('Atlanta', 'Chicago', 'Dallas', 'New York', 'Phoenix', 'San Antonio', 'Seattle'),
      ...withoutLocal('Silicon Valley', 'Washington DC'),
    },
  },
  { regions: ['chinaeast3'], locations: withoutLocal('Shanghai', 'Shanghai2') },
  { regions: ['chinanorth3'], locations: withoutLocal('Beijing', 'Beijing2') },
];

function withoutLocal(...locations: readonly string[]): Readonly<Record<string, readonly RegionName[]>> {
  return Object.fromEntries(locations.map((location) => [location, []]));
}
