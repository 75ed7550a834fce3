/** Regions of Azure between which a Standard circuit gives access, and the peering locations of such circuits. */
export interface GeopoliticalRegion {
  /** Regions of Azure. */
  readonly regions: readonly string[];
  /** Peering locations, each with the regions that a Local circuit reaches from it. */
  readonly locations: Readonly<Record<string, readonly string[]>>;
}

/**
 * Peering locations of ExpressRoute by the geopolitical region in which they are, with the regions of Azure in it, and
 * those of them that a circuit of tier Local reaches. As of April 2026, as far as the catalogue has regions there.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-locations-providers
 */
export const geopoliticalRegions = {
  Europe: {
    regions: ['northeurope', 'westeurope'],
    locations: {
      Amsterdam: ['westeurope'],
      Amsterdam2: ['westeurope'],
      Berlin: [],
      Copenhagen: [],
      Dublin: ['northeurope'],
      Dublin2: ['northeurope'],
      Frankfurt: [],
      Frankfurt2: [],
      Geneva: [],
      London: [],
      London2: [],
      Madrid: [],
      Madrid2: [],
      Marseille: [],
      Milan: [],
      Milan2: [],
      Munich: [],
      'Newport(Wales)': [],
      Oslo: [],
      Paris: [],
      Paris2: [],
      Stavanger: [],
      Stockholm: [],
      Warsaw: [],
      Zurich: [],
      Zurich2: [],
    },
  },
  'North America': {
    regions: ['eastus2', 'centralus'],
    locations: {
      Atlanta: [],
      Chicago: [],
      Chicago2: [],
      Dallas: [],
      Denver: [],
      'Las Vegas': [],
      'Los Angeles': [],
      'Los Angeles2': [],
      Miami: [],
      Minneapolis: [],
      Montreal: [],
      'New York': [],
      Phoenix: [],
      'Quebec City': [],
      Quincy: [],
      'San Antonio': [],
      Seattle: [],
      'Silicon Valley': [],
      'Silicon Valley2': [],
      Toronto: [],
      Toronto2: [],
      Vancouver: [],
      'Washington DC': ['eastus2'],
      'Washington DC2': ['eastus2'],
    },
  },
  Japan: {
    regions: ['japaneast', 'japanwest'],
    locations: {
      Osaka: ['japanwest'],
      Tokyo: ['japaneast'],
      Tokyo2: ['japaneast'],
      Tokyo3: ['japaneast'],
    },
  },
} as const satisfies Record<string, GeopoliticalRegion>;
