import { type IResourceGroup } from '@iris-azure/foundation';
import { type INetwork } from '@iris-azure/network';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { KeyVault as AzurermKeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Properties of {@link KeyVault}. */
export interface KeyVaultProps {
  /** Resource group of the vault. */
  readonly resourceGroup: IResourceGroup;
  /** Network from which the vault is reached, through a private end point in the management subnet. */
  readonly network: INetwork;
  /**
   * Public ranges from which a deployment may write keys and certificates while the network has no agent of its own.
   * The vault's firewall denies all others. Remove them with the next deployment.
   *
   * @default none: no public access at all, deployments run inside the network
   */
  readonly deployerRanges?: readonly string[];
}

/**
 * Key Vault of one region: role-based access, purge protection for 90 days, HSM tier, private end point.
 *
 * Whoever runs Terraform becomes its administrator. The role is given on the resource group, before the vault exists,
 * so that it has taken effect by the time that the first key is written.
 */
export class KeyVault extends Construct {
  /** Resource group of the vault. */
  public readonly resourceGroup: IResourceGroup;
  /** What must exist before anything is written to the vault: the deployer's role and the way in. */
  public readonly ready: ITerraformDependable[];
  private readonly resource: AzurermKeyVault;

  public constructor(scope: Construct, id: string, props: KeyVaultProps) {
    super(scope, id);
    const { resourceGroup, network, deployerRanges = [] } = props;
    this.resourceGroup = resourceGroup;
    const client = new DataAzurermClientConfig(this, 'Client', {});

    const administrator = new RoleAssignment(this, 'DeployerRole', {
      scope: resourceGroup.id,
      roleDefinitionName: 'Key Vault Administrator',
      principalId: client.objectId,
      lifecycle: { ignoreChanges: ['principal_id'] },
    });
    this.resource = new AzurermKeyVault(this, 'Resource', {
      name: resourceGroup.globalNameOf('keyVault'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      tenantId: client.tenantId,
      skuName: 'premium',
      rbacAuthorizationEnabled: true,
      purgeProtectionEnabled: true,
      softDeleteRetentionDays: 90,
      publicNetworkAccessEnabled: deployerRanges.length > 0,
      networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [...deployerRanges] },
      tags: resourceGroup.tags(),
    });
    this.ready = [administrator, ...this.joinNetwork(resourceGroup, network)];
  }

  /** Resource id of the vault. */
  public get id(): string {
    return this.resource.id;
  }

  private joinNetwork(resourceGroup: IResourceGroup, network: INetwork): ITerraformDependable[] {
    const zone = new PrivateDnsZone(this, 'PrivateZone', {
      name: resourceGroup.region.cloud.keyVaultPrivateZone,
      resourceGroupName: resourceGroup.name,
      tags: resourceGroup.tags(),
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, 'PrivateZoneLink', {
      name: 'vault',
      resourceGroupName: resourceGroup.name,
      privateDnsZoneName: zone.name,
      virtualNetworkId: network.id,
      tags: resourceGroup.tags(),
    });
    const endpoint = new PrivateEndpoint(this, 'PrivateEndpoint', {
      name: resourceGroup.nameOf('privateEndpoint', 'vault'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      subnetId: network.subnets.management.id,
      privateServiceConnection: {
        name: 'vault',
        privateConnectionResourceId: this.id,
        subresourceNames: ['vault'],
        isManualConnection: false,
      },
      privateDnsZoneGroup: { name: 'vault', privateDnsZoneIds: [zone.id] },
      tags: resourceGroup.tags(),
    });
    return [link, endpoint];
  }
}
