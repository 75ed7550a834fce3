import { type IServiceKey } from '@iris-azure/security';
import {
  ExistingResource,
  type IResourceGroup,
  Refusal,
  refusingAt,
  ResourceGroup,
  type ResourceGroupAttributes,
} from '@iris-azure/foundation';
import {
  RecoveryServicesVault,
  type RecoveryServicesVaultConfig,
} from '@cdktf/provider-azurerm/lib/recovery-services-vault';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** What policies and protected machines need of their vault. */
export interface IRecoveryVault {
  /** Resource id of the vault. */
  readonly id: string;
  /** Azure's name of the vault. */
  readonly name: string;
  /** Resource group of the vault, and of everything in it. */
  readonly resourceGroup: IResourceGroup;
}

/** Where Azure keeps copies of what is in a vault. */
export type VaultRedundancy = 'GeoRedundant' | 'ZoneRedundant' | 'LocallyRedundant';

/** Whether recovery points can be deleted before they expire, see {@link RecoveryVaultSettings.immutability}. */
export type VaultImmutability = 'Locked' | 'Unlocked' | 'Disabled';

/** Choices for a vault. */
export interface RecoveryVaultSettings {
  /**
   * Where Azure keeps copies. `GeoRedundant` survives the loss of the region; `ZoneRedundant` that of a zone,
   * `LocallyRedundant` that of a rack: with those two, nothing is left when the region is lost. Azure changes it only
   * while the vault protects nothing.
   *
   * @default GeoRedundant
   */
  readonly redundancy?: VaultRedundancy;
  /**
   * Whether what the vault holds can be restored in the paired region at any time; otherwise only once Microsoft
   * declares the region lost. Only with `GeoRedundant`, and for good: turning it off makes a new vault.
   *
   * Azure denies public networks no access to such a vault. Backups of machines do not come by the network, so none of
   * them is open; agents in guests would reach its public end point, with credentials of the vault.
   *
   * @default true with GeoRedundant: and without it, no public network reaches the vault
   * @see https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-configure-manage
   */
  readonly crossRegionRestore?: boolean;
  /**
   * Whether recovery points can be deleted before they expire. `Unlocked` refuses it until somebody disables it;
   * `Locked` refuses it for good, its own removal included: a wrong retention is then paid for to its end, and the
   * vault stays until the last point has expired. `Disabled` leaves them to whoever may delete backups.
   *
   * @default Unlocked: set it to Locked once policies are proved
   * @see https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept
   */
  readonly immutability?: VaultImmutability;
}

/** Properties of {@link RecoveryVault}. */
export interface RecoveryVaultProps extends RecoveryVaultSettings {
  /** Resource group of the vault, in the region of the machines that it protects. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Key of the owner that encrypts what the vault holds, with a second layer of Azure's own below it.
   * `PlatformManaged` leaves all keys to Azure: the owner can then not revoke them. Azure changes neither afterwards.
   */
  readonly encryption: IServiceKey | 'PlatformManaged';
}

/**
 * Recovery Services vault of one region: geo-redundant, encrypted, with soft delete (Azure's default, 14 days) and
 * immutability; Azure Monitor alerts on every job that fails.
 */
export class RecoveryVault extends Construct implements IRecoveryVault {
  /** Resource group of the vault, and of everything in it. */
  public readonly resourceGroup: IResourceGroup;
  private readonly resource: RecoveryServicesVault;

  public constructor(scope: Construct, id: string, props: RecoveryVaultProps) {
    super(scope, id);
    const { resourceGroup, redundancy = 'GeoRedundant', immutability = 'Unlocked' } = props;
    const crossRegionRestore = refusingAt(this, () => canRestoreElsewhere(redundancy, props.crossRegionRestore));

    this.resourceGroup = resourceGroup;
    this.resource = new RecoveryServicesVault(this, 'Resource', {
      name: resourceGroup.nameOf('recoveryServicesVault'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Standard',
      storageModeType: redundancy,
      crossRegionRestoreEnabled: crossRegionRestore,
      publicNetworkAccessEnabled: crossRegionRestore,
      immutability,
      monitoring: { alertsForAllJobFailuresEnabled: true, alertsForCriticalOperationFailuresEnabled: false },
      ...this.encryptionBy(props.encryption),
      tags: resourceGroup.tags(),
    });
  }

  /**
   * A vault that exists: for policies and machines in it. Its owner keeps its redundancy, encryption and immutability.
   *
   * @throws Refusal when the id is none of a vault.
   */
  public static fromRecoveryVaultId(
    scope: Construct,
    id: string,
    recoveryVaultId: string,
    attributes: ResourceGroupAttributes,
  ): IRecoveryVault {
    return new ExistingRecoveryVault(scope, id, recoveryVaultId, attributes);
  }

  /** Resource id of the vault. */
  public get id(): string {
    return this.resource.id;
  }

  /** Azure's name of the vault. */
  public get name(): string {
    return this.resource.name;
  }

  private encryptionBy(encryption: RecoveryVaultProps['encryption']): Partial<RecoveryServicesVaultConfig> {
    if (encryption === 'PlatformManaged') {
      return {};
    }
    const { keyId, identityId, ready = [] } = encryption;
    return {
      identity: { type: 'UserAssigned', identityIds: [identityId] },
      encryption: {
        keyId,
        infrastructureEncryptionEnabled: true,
        useSystemAssignedIdentity: false,
        userAssignedIdentityId: identityId,
      },
      // Stacks before this one are deployed already.
      dependsOn: ready.filter((resource) => TerraformStack.of(resource) === TerraformStack.of(this)),
    };
  }
}

/** A vault that somebody else has made, known by its resource id. */
class ExistingRecoveryVault extends ExistingResource implements IRecoveryVault {
  public readonly name: string;
  public readonly resourceGroup: IResourceGroup;

  public constructor(scope: Construct, constructId: string, id: string, attributes: ResourceGroupAttributes) {
    super(scope, constructId, id, 'Microsoft.RecoveryServices/vaults');
    const { subscriptionId, resourceGroupName, name } = this.parts;
    this.name = name;
    this.resourceGroup = ResourceGroup.fromResourceGroupId(
      this,
      'ResourceGroup',
      `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`,
      attributes,
    );
  }
}

function canRestoreElsewhere(redundancy: VaultRedundancy, crossRegionRestore = redundancy === 'GeoRedundant'): boolean {
  if (crossRegionRestore && redundancy !== 'GeoRedundant') {
    throw new Refusal(
      `cross-region restore needs a vault that is GeoRedundant, got ${redundancy}; ` +
        'set redundancy to GeoRedundant, or leave crossRegionRestore out',
    );
  }
  return crossRegionRestore;
}
