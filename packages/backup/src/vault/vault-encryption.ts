import { type IResourceGroup } from '@iris-azure/foundation';
import { CustomerManagedKey, Identity, type IKeyVault } from '@iris-azure/security';
import { type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/** What a Recovery Services vault needs to encrypt with a key of its owner. */
export interface IVaultEncryption {
  /** Identifier of the key without version: the vault follows each rotation. */
  readonly keyId: string;
  /** Resource id of the user-assigned identity under which the vault uses the key. */
  readonly identityId: string;
  /** What must exist before the vault does. @default nothing: it exists already */
  readonly ready?: readonly TerraformResource[];
}

/** Properties of {@link VaultEncryption}. */
export interface VaultEncryptionProps {
  /** Resource group of the identity. */
  readonly resourceGroup: IResourceGroup;
  /** Key vault that holds the key, in the region of the vault: Azure takes no key of another region. */
  readonly keyVault: IKeyVault;
}

/**
 * A key and an identity of their own for a Recovery Services vault, in the stack of the key vault.
 *
 * The identity is user-assigned: it has its role before the vault exists, and Azure encrypts new vaults alone.
 *
 * @see https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
 */
export class VaultEncryption extends Construct implements IVaultEncryption {
  /** The identity's role on the key. */
  public readonly ready: readonly TerraformResource[];
  private readonly key: CustomerManagedKey;
  private readonly identity: Identity;

  public constructor(scope: Construct, id: string, { resourceGroup, keyVault }: VaultEncryptionProps) {
    super(scope, id);
    this.key = new CustomerManagedKey(this, 'Key', { keyVault, name: 'vault-encryption' });
    this.identity = new Identity(this, 'Identity', { resourceGroup, part: 'vault-encryption' });
    this.ready = [this.key.grant('VaultRole', this.identity, 'Key Vault Crypto Service Encryption User')];
  }

  /** Identifier of the key without version: the vault follows each rotation. */
  public get keyId(): string {
    return this.key.versionlessId;
  }

  /** Resource id of the user-assigned identity under which the vault uses the key. */
  public get identityId(): string {
    return this.identity.id;
  }
}
