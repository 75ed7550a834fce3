import { ExistingResource, inStackOf, type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone, PrivateDnsZone } from '@iris-azure/network';
import { type IIdentity, type IServiceKey } from '@iris-azure/security';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import {
  StorageAccount as AzurermStorageAccount,
  type StorageAccountConfig,
} from '@cdktf/provider-azurerm/lib/storage-account';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { firewallRanges } from './deployer-ranges';
import { type Replication } from './replication';
import { type StorageService, storageZoneName } from './storage-service';

/** What a container, a share or a service needs of the account that holds it. */
export interface IStorageAccount {
  /** Resource id of the account. */
  readonly id: string;
  /** Azure's name of the account, first label of its end points. */
  readonly name: string;
}

/** How a network reaches an account: one private end point for each service that has a zone. */
export interface PrivateAccess {
  /** Network whose management subnet holds the private end points. */
  readonly network: INetwork;
  /**
   * Zone of each service that is reached: one that the network resolves already, or `Own`, which is made and linked to the
   * network. A network can be linked to one zone of a name only: accounts that it reaches share a zone.
   */
  readonly zones: Readonly<Partial<Record<StorageService, IPrivateDnsZone | 'Own'>>>;
}

/** How SMB clients sign in, see {@link StorageAccountProps.smbSignIn}. */
export type SmbSignIn = 'ManagedIdentity' | 'AccountKey';

/** Properties of {@link StorageAccount}. */
export interface StorageAccountProps {
  /** Resource group of the account. */
  readonly resourceGroup: IResourceGroup;
  /** What the account is for, last part of its name, for example `backup`. */
  readonly part: string;
  /** What the account holds: tag `iris-holds`, by which policies know what it must keep. */
  readonly holds: 'backup' | 'state' | 'diagnostics';
  /** How often Azure keeps what the account holds, and where. */
  readonly replication: Replication;
  /**
   * `StorageV2` on standard hardware; `FileStorage` for premium file shares alone, which Azure does not replicate to
   * another region: `LRS` and `ZRS` only.
   *
   * @default StorageV2
   */
  readonly kind?: 'StorageV2' | 'FileStorage';
  /**
   * How a network reaches the account.
   *
   * @default none: only Azure's trusted services and {@link deployerRanges} do
   */
  readonly privateAccess?: PrivateAccess;
  /**
   * Public ranges from which the account is reached as well. Its firewall denies all others.
   *
   * @default none: no public access at all
   */
  readonly deployerRanges?: readonly string[];
  /**
   * Key of the owner that encrypts what the account holds, beside Azure's own encryption below it.
   *
   * @default Azure's key
   */
  readonly encryption?: IServiceKey;
  /** Days for which deleted blobs, containers and shares come back: 1 to 365. @default 30 */
  readonly softDeleteDays?: number;
  /**
   * Days to any moment of which block blobs can be restored, fewer than {@link softDeleteDays}. Azure then records every
   * change, and refuses containers with version-level immutability.
   *
   * @default none: single versions of a blob are restored
   * @see https://learn.microsoft.com/azure/storage/blobs/point-in-time-restore-overview
   */
  readonly pointInTimeRestoreDays?: number;
  /**
   * Whether an overwritten blob stays as a version. Set it to false for blobs that are appended to all day, such as flow
   * logs: each write would be a version, and what overwrites them by mistake cannot be undone.
   *
   * @default true
   */
  readonly versioning?: boolean;
  /**
   * How SMB clients sign in. `AccountKey` permits the account's keys, which open everything in it to whoever reads them,
   * by SMB and HTTPS: for Linux guests that have no client for managed identities, on an account that holds nothing else. The tag
   * `iris-shared-keys` tells policies of it.
   *
   * `ManagedIdentity` takes one command after the first deployment, since azurerm has no input for it:
   * `az storage account update --enable-smb-oauth true`.
   *
   * @default ManagedIdentity: the account's keys are off
   * @see https://learn.microsoft.com/azure/storage/files/files-managed-identities
   */
  readonly smbSignIn?: SmbSignIn;
  /**
   * Whether SMB clients may encrypt with AES-128-GCM too: for Linux kernels without the repair of May 2026, which fail to
   * mount with AES-256-GCM when they sign in by managed identity.
   *
   * @default false: AES-256-GCM alone, for which a Linux client must load `cifs` with `require_gcm_256=1`
   * @see https://git.kernel.org/torvalds/c/5be7a0cef3229fb3b63a07c0d289daf752545424
   */
  readonly smbAes128?: boolean;
}

/**
 * Storage account without public access and without keys: Entra ID signs clients in, private end points let them in, TLS 1.2
 * or SMB 3.1.1 encrypts on the way, two layers of AES at rest.
 *
 * Azure's trusted services pass its firewall: backup, diagnostics and Network Watcher write to it under their identities.
 */
export class StorageAccount extends Construct implements IStorageAccount {
  /** What must exist before the account is reached from its network. */
  public readonly ready: readonly ITerraformDependable[];
  private readonly resource: AzurermStorageAccount;
  private readonly resourceGroup: IResourceGroup;

  public constructor(scope: Construct, id: string, props: StorageAccountProps) {
    super(scope, id);
    refusingAt(this, () => {
      assertProps(props);
    });
    const { resourceGroup, part, holds, encryption, kind = 'StorageV2', smbSignIn = 'ManagedIdentity' } = props;
    const deployerRanges = refusingAt(this, () => firewallRanges(props.deployerRanges ?? []));
    this.resourceGroup = resourceGroup;

    this.resource = new AzurermStorageAccount(this, 'Resource', {
      name: resourceGroup.globalNameOf('storageAccount', part),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      accountKind: kind,
      accountTier: kind === 'FileStorage' ? 'Premium' : 'Standard',
      accountReplicationType: props.replication,
      minTlsVersion: 'TLS1_2',
      httpsTrafficOnlyEnabled: true,
      sharedAccessKeyEnabled: smbSignIn === 'AccountKey',
      defaultToOauthAuthentication: true,
      localUserEnabled: false,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      allowedCopyScope: 'AAD',
      infrastructureEncryptionEnabled: true,
      publicNetworkAccessEnabled: deployerRanges.length > 0,
      networkRules: { defaultAction: 'Deny', bypass: ['AzureServices'], ipRules: deployerRanges },
      sasPolicy: { expirationPeriod: '00.01:00:00', expirationAction: 'Log' },
      ...services(props),
      ...(encryption && {
        identity: { type: 'UserAssigned', identityIds: [encryption.identityId] },
        customerManagedKey: { keyVaultKeyId: encryption.keyId, userAssignedIdentityId: encryption.identityId },
      }),
      tags: resourceGroup.tags({
        'iris-holds': holds,
        ...(smbSignIn === 'AccountKey' && { 'iris-shared-keys': 'smb' }),
      }),
      dependsOn: inStackOf(this, encryption?.ready ?? []),
    });
    this.ready = props.privateAccess ? this.joinNetwork(part, props.privateAccess) : [];
  }

  /**
   * An account that exists, also of another subscription.
   *
   * @throws Refusal when the id is none of a storage account.
   */
  public static fromStorageAccountId(scope: Construct, id: string, storageAccountId: string): IStorageAccount {
    const existing = new ExistingResource(scope, id, storageAccountId, 'Microsoft.Storage/storageAccounts');
    return { id: existing.id, name: existing.parts.name };
  }

  /** Resource id of the account. */
  public get id(): string {
    return this.resource.id;
  }

  /** Azure's name of the account, first label of its end points. */
  public get name(): string {
    return this.resource.name;
  }

  /** Gives an identity a role on the whole account. */
  public grant(id: string, identity: IIdentity, role: string): RoleAssignment {
    return new RoleAssignment(this, id, {
      scope: this.id,
      roleDefinitionName: role,
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
    });
  }

  private joinNetwork(part: string, { network, zones }: PrivateAccess): ITerraformDependable[] {
    const { resourceGroup } = this;
    return (Object.entries(zones) as [StorageService, IPrivateDnsZone | 'Own'][]).flatMap(([service, given]) => {
      const id = service === 'blob' ? 'Blob' : 'File';
      const { zone, links } = given === 'Own' ? this.ownZone(id, service, network) : { zone: given, links: [] };
      const endpoint = new PrivateEndpoint(this, `${id}Endpoint`, {
        name: resourceGroup.nameOf('privateEndpoint', part, service),
        resourceGroupName: resourceGroup.name,
        location: resourceGroup.location,
        subnetId: network.subnets.management.id,
        privateServiceConnection: {
          name: service,
          privateConnectionResourceId: this.id,
          subresourceNames: [service],
          isManualConnection: false,
        },
        privateDnsZoneGroup: { name: service, privateDnsZoneIds: [zone.id] },
        tags: resourceGroup.tags(),
      });
      return [endpoint, ...links];
    });
  }

  private ownZone(id: string, service: StorageService, network: INetwork) {
    const { resourceGroup } = this;
    const name = storageZoneName(service, resourceGroup.region.cloud);
    const zone = new PrivateDnsZone(this, `${id}Zone`, { resourceGroup, name });
    return { zone, links: zone.link(this, `${id}ZoneLink`, network) };
  }
}

/** Settings of blobs and shares, as far as the account's kind has them. */
function services(props: StorageAccountProps): Pick<StorageAccountConfig, 'blobProperties' | 'shareProperties'> {
  const { kind, softDeleteDays: days = 30, pointInTimeRestoreDays, smbSignIn = 'ManagedIdentity' } = props;
  return {
    shareProperties: {
      retentionPolicy: { days },
      smb: {
        versions: ['SMB3.1.1'],
        channelEncryptionType: props.smbAes128 ? ['AES-128-GCM', 'AES-256-GCM'] : ['AES-256-GCM'],
        authenticationTypes: [smbSignIn === 'AccountKey' ? 'NTLMv2' : 'Kerberos'],
        kerberosTicketEncryptionType: ['AES-256'],
      },
    },
    blobProperties:
      kind === 'FileStorage'
        ? undefined
        : {
            versioningEnabled: props.versioning ?? true,
            changeFeedEnabled: pointInTimeRestoreDays !== undefined,
            deleteRetentionPolicy: { days },
            containerDeleteRetentionPolicy: { days },
            restorePolicy: pointInTimeRestoreDays === undefined ? undefined : { days: pointInTimeRestoreDays },
          },
  };
}

function assertProps(props: StorageAccountProps): void {
  const { kind, replication, versioning = true, softDeleteDays = 30, pointInTimeRestoreDays } = props;
  const problems: string[] = [];
  if (kind === 'FileStorage' && replication !== 'LRS' && replication !== 'ZRS') {
    problems.push(`replication of premium file shares must be LRS or ZRS, got ${replication}; set replication`);
  }
  if (!Number.isInteger(softDeleteDays) || softDeleteDays < 1 || softDeleteDays > 365) {
    problems.push(`soft delete must last 1 to 365 days, got ${softDeleteDays}; set softDeleteDays`);
  }
  if (pointInTimeRestoreDays !== undefined) {
    if (pointInTimeRestoreDays < 1 || pointInTimeRestoreDays >= softDeleteDays) {
      problems.push(
        `point-in-time restore must reach back 1 to ${softDeleteDays - 1} days, fewer than soft delete, ` +
          `got ${pointInTimeRestoreDays}; set pointInTimeRestoreDays`,
      );
    }
    if (!versioning || kind === 'FileStorage') {
      problems.push('point-in-time restore needs block blobs with versions; leave out pointInTimeRestoreDays');
    }
  }
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}
