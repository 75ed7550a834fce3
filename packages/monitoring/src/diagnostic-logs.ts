/** What a type of resource logs, and what of it goes to the workspace. */
export interface DiagnosticLogs {
  /** Part of the resource that has the logs, by the end of its id. @default the resource itself */
  readonly part?: string;
  /** Group of categories that is sent: what Azure adds to it later comes too. */
  readonly categoryGroup?: 'allLogs' | 'audit';
  /** Categories that are sent, where the group holds the same twice, in an old form and in a new one. */
  readonly categories?: readonly string[];
  /**
   * Tables of the service's own instead of `AzureDiagnostics`, one for all.
   *
   * @default false: Azure's choice for the type
   */
  readonly ownTables?: true;
}

const all: readonly DiagnosticLogs[] = [{ categoryGroup: 'allLogs' }];

const storageAccess = ['StorageRead', 'StorageWrite', 'StorageDelete'];

/**
 * Types of Terraform's resources that have logs, as of 2026-06-19. The others of this architecture (machines, disks,
 * network interfaces, NAT gateways, DNS zones) have metrics alone, which Azure keeps for 93 days without a setting.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/logs-index
 */
export const diagnosticLogs: Readonly<Record<string, readonly DiagnosticLogs[]>> = {
  azurerm_application_gateway: [{ categoryGroup: 'allLogs', ownTables: true }],
  azurerm_automation_account: all,
  azurerm_bastion_host: all,
  azurerm_express_route_circuit: all,
  // The group holds rules a second time, in AzureDiagnostics.
  azurerm_firewall: [
    {
      categories: [
        'AZFWApplicationRule',
        'AZFWDnsQuery',
        'AZFWFqdnResolveFailure',
        'AZFWIdpsSignature',
        'AZFWNatRule',
        'AZFWNetworkRule',
        'AZFWThreatIntel',
      ],
      ownTables: true,
    },
  ],
  azurerm_key_vault: all,
  azurerm_lb: all,
  azurerm_log_analytics_workspace: [{ categoryGroup: 'audit' }],
  azurerm_network_security_group: all,
  azurerm_public_ip: all,
  // The group holds everything a second time, as AzureBackupReport.
  azurerm_recovery_services_vault: [
    {
      categories: [
        'AddonAzureBackupAlerts',
        'AddonAzureBackupJobs',
        'AddonAzureBackupPolicy',
        'AddonAzureBackupProtectedInstance',
        'AddonAzureBackupStorage',
        'CoreAzureBackup',
      ],
      ownTables: true,
    },
  ],
  azurerm_storage_account: [
    { part: 'blobServices/default', categories: storageAccess },
    { part: 'fileServices/default', categories: storageAccess },
  ],
  azurerm_traffic_manager_profile: all,
  azurerm_virtual_network: all,
  azurerm_virtual_network_gateway: all,
};
