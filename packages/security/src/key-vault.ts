import { ExistingResource, type IResourceGroup } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone, PrivateDnsZone } from '@iris-azure/network';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { KeyVault as AzurermKeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** What a construct needs of the vault in which it makes a key or a certificate. */
export interface IKeyVault {
  /** Resource id of the vault. */
  readonly id: string;
  /** What must exist before anything is written to the vault: the deployer's role and the way in. */
  readonly ready: readonly ITerraformDependable[];
  /** Provider by which keys and certificates are written. @default that of the stack */
  readonly provider?: TerraformProvider;
}

/** How an existing vault is used. */
export interface ExistingKeyVaultOptions {
  /**
   * Provider for the vault's subscription, see `subscriptionProvider`: needed where that is another than the stack's, since
   * the provider forgets keys whose vault it does not find in its own subscription.
   *
   * @default that of the stack
   */
  readonly provider?: TerraformProvider;
}

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
  /** Zone in which the private end point is registered, the cloud's for vaults. @default one of its own, linked to the network */
  readonly privateDnsZone?: IPrivateDnsZone;
}

/**
 * Key Vault of one region: role-based access, purge protection for 90 days, HSM tier, private end point.
 *
 * Whoever runs Terraform becomes its administrator. The role is given on the resource group, before the vault exists,
 * so that it has taken effect by the time that the first key is written.
 */
export class KeyVault extends Construct implements IKeyVault {
  /** What must exist before anything is written to the vault: the deployer's role and the way in. */
  public readonly ready: ITerraformDependable[];
  private readonly resource: AzurermKeyVault;

  public constructor(scope: Construct, id: string, props: KeyVaultProps) {
    super(scope, id);
    const { resourceGroup, deployerRanges = [] } = props;
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
    this.ready = [administrator, ...this.joinNetwork(props)];
  }

  /**
   * A vault that exists. Its owner has given the deployer a role that may write keys and certificates, and a way in, and the
   * vault must have roles instead of access policies, and purge protection, which disk encryption asks for.
   *
   * @throws Refusal when the id is none of a vault.
   */
  public static fromKeyVaultId(
    scope: Construct,
    id: string,
    keyVaultId: string,
    { provider }: ExistingKeyVaultOptions = {},
  ): IKeyVault {
    const existing = new ExistingResource(scope, id, keyVaultId, 'Microsoft.KeyVault/vaults');
    return { id: existing.id, ready: [], provider };
  }

  /** Resource id of the vault. */
  public get id(): string {
    return this.resource.id;
  }

  private joinNetwork({ resourceGroup, network, privateDnsZone }: KeyVaultProps): ITerraformDependable[] {
    const zone =
      privateDnsZone ??
      new PrivateDnsZone(this, 'PrivateZone', {
        resourceGroup,
        name: resourceGroup.region.cloud.keyVaultPrivateZone,
      });
    const links = zone.link(this, 'PrivateZoneLink', network);
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
    return [...links, endpoint];
  }
}
