/** Names of Azure's clouds, as the provider and the state's backend take them in `environment`. */
export type CloudName = 'public' | 'usgovernment' | 'china';

/** One of Azure's clouds: what differs in it from the others, as far as this architecture depends on it. */
export interface Cloud {
  /** Name of the cloud. */
  readonly name: CloudName;
  /** Suffix of host names of storage, below `blob`, `file` and the like: `core.windows.net`. */
  readonly storageSuffix: string;
  /** Suffix of host names of key vaults: `vault.azure.net`. */
  readonly keyVaultSuffix: string;
  /** Zone in which private end points of key vaults are resolved. */
  readonly keyVaultPrivateZone: string;
  /** Suffix of the names of Traffic Manager profiles: `trafficmanager.net`. */
  readonly trafficManagerSuffix: string;
}

/**
 * Azure's clouds by name.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 * @see https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
 * @see https://learn.microsoft.com/azure/china/resources-developer-guide
 */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    name: 'public',
    storageSuffix: 'core.windows.net',
    keyVaultSuffix: 'vault.azure.net',
    keyVaultPrivateZone: 'privatelink.vaultcore.azure.net',
    trafficManagerSuffix: 'trafficmanager.net',
  },
  usgovernment: {
    name: 'usgovernment',
    storageSuffix: 'core.usgovcloudapi.net',
    keyVaultSuffix: 'vault.usgovcloudapi.net',
    keyVaultPrivateZone: 'privatelink.vaultcore.usgovcloudapi.net',
    trafficManagerSuffix: 'usgovtrafficmanager.net',
  },
  china: {
    name: 'china',
    storageSuffix: 'core.chinacloudapi.cn',
    keyVaultSuffix: 'vault.azure.cn',
    keyVaultPrivateZone: 'privatelink.vaultcore.azure.cn',
    trafficManagerSuffix: 'trafficmanager.cn',
  },
};
