import { KeyVaultKey } from '@cdktf/provider-azurerm/lib/key-vault-key';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { type IIdentity } from './identity';
import { type IKeyVault } from './key-vault';

/**
 * What an identity may do with a key, as far as the key allows it: an Azure service wraps and unwraps, an application also
 * encrypts and decrypts.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export type KeyRole = 'Key Vault Crypto Service Encryption User' | 'Key Vault Crypto User';

/** Properties of {@link CustomerManagedKey}. */
export interface CustomerManagedKeyProps {
  /** Vault that holds the key. */
  readonly keyVault: IKeyVault;
  /** Name of the key in the vault. */
  readonly name: string;
  /**
   * What it may be used for: services of Azure wrap and unwrap. An instance of InterSystems uses it through `az`, which
   * encrypts and decrypts and has no command that wraps. It never signs.
   *
   * @default unwrapKey and wrapKey
   */
  readonly operations?: readonly ('decrypt' | 'encrypt' | 'unwrapKey' | 'wrapKey')[];
}

/**
 * RSA key of 3072 bits that encrypts other keys. A new version is made after 21 months, counted from the creation of the last:
 * the first has no date of expiry from which to count. Later ones live two years; old ones go on unwrapping what they wrapped.
 */
export class CustomerManagedKey extends Construct {
  private readonly resource: KeyVaultKey;

  public constructor(scope: Construct, id: string, props: CustomerManagedKeyProps) {
    super(scope, id);
    const { keyVault, name, operations = ['unwrapKey', 'wrapKey'] } = props;
    this.resource = new KeyVaultKey(this, 'Resource', {
      name,
      keyVaultId: keyVault.id,
      keyType: 'RSA',
      keySize: 3072,
      keyOpts: [...operations],
      rotationPolicy: { expireAfter: 'P2Y', notifyBeforeExpiry: 'P30D', automatic: { timeAfterCreation: 'P21M' } },
      provider: keyVault.provider,
      dependsOn: [...keyVault.ready],
    });
  }

  /** Identifier without version: whoever uses it follows each rotation. */
  public get versionlessId(): string {
    return this.resource.versionlessId;
  }

  /** Gives an identity a role on this key alone. */
  public grant(id: string, identity: IIdentity, role: KeyRole): RoleAssignment {
    return new RoleAssignment(this, id, {
      scope: this.resource.resourceVersionlessId,
      roleDefinitionName: role,
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
    });
  }
}
