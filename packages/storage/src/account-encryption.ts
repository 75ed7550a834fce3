import { type IResourceGroup } from '@iris-azure/foundation';
import { CustomerManagedKey, Identity, type IKeyVault } from '@iris-azure/security';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** What a storage account needs to encrypt with a key of its owner. */
export interface IAccountEncryption {
  /** Identifier of the key without version: the account follows each rotation. */
  readonly keyId: string;
  /** Resource id of the identity under which the account uses the key. */
  readonly identityId: string;
  /** What must exist before the account does. @default nothing: it exists already */
  readonly ready?: readonly ITerraformDependable[];
}

/** Properties of {@link AccountEncryption}. */
export interface AccountEncryptionProps {
  /** Resource group of the identity. */
  readonly resourceGroup: IResourceGroup;
  /** Vault that holds the key. */
  readonly keyVault: IKeyVault;
  /** What the accounts hold, name of the key and last part of the identity's name, for example `backup`. */
  readonly part: string;
}

/** A key and an identity for the storage accounts of one purpose. */
export class AccountEncryption extends Construct implements IAccountEncryption {
  /** The identity's role on the key. */
  public readonly ready: readonly ITerraformDependable[];
  private readonly key: CustomerManagedKey;
  private readonly identity: Identity;

  public constructor(scope: Construct, id: string, { resourceGroup, keyVault, part }: AccountEncryptionProps) {
    super(scope, id);
    this.key = new CustomerManagedKey(this, 'Key', { keyVault, name: `${part}-encryption` });
    this.identity = new Identity(this, 'Identity', { resourceGroup, part: `${part}-encryption` });
    this.ready = [this.key.grant('AccountRole', this.identity, 'Key Vault Crypto Service Encryption User')];
  }

  /** Identifier of the key without version: the account follows each rotation. */
  public get keyId(): string {
    return this.key.versionlessId;
  }

  /** Resource id of the identity under which the account uses the key. */
  public get identityId(): string {
    return this.identity.id;
  }
}
