import { type IResourceGroup } from '@iris-azure/foundation';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CustomerManagedKey } from './customer-managed-key';
import { Identity } from './identity';
import { type IKeyVault } from './key-vault';

/** What a service of Azure needs to encrypt what it keeps with a key of its owner. */
export interface IServiceKey {
  /** Identifier of the key without version: the service follows each rotation. */
  readonly keyId: string;
  /** Resource id of the user-assigned identity under which the service uses the key. */
  readonly identityId: string;
  /** What must exist before the service does, where that is in the same stack. @default nothing: it exists already */
  readonly ready?: readonly ITerraformDependable[];
}

/** Properties of {@link ServiceKey}. */
export interface ServiceKeyProps {
  /** Resource group of the identity. */
  readonly resourceGroup: IResourceGroup;
  /** Vault that holds the key. */
  readonly keyVault: IKeyVault;
  /** What is encrypted, in lower case with hyphens, for example `disk`: key and identity are named `disk-encryption`. */
  readonly purpose: string;
}

/**
 * A key for one purpose, and the identity under which one service of Azure wraps and unwraps with it: the service has its
 * role before it exists, and who loses one purpose loses no other.
 */
export class ServiceKey extends Construct implements IServiceKey {
  /** The identity's role on the key. */
  public readonly ready: readonly ITerraformDependable[];
  private readonly key: CustomerManagedKey;
  private readonly identity: Identity;

  public constructor(scope: Construct, id: string, { resourceGroup, keyVault, purpose }: ServiceKeyProps) {
    super(scope, id);
    const name = `${purpose}-encryption`;
    this.key = new CustomerManagedKey(this, 'Key', { keyVault, name });
    this.identity = new Identity(this, 'Identity', { resourceGroup, part: name });
    this.ready = [this.key.grant('ServiceRole', this.identity, 'Key Vault Crypto Service Encryption User')];
  }

  /** Identifier of the key without version: the service follows each rotation. */
  public get keyId(): string {
    return this.key.versionlessId;
  }

  /** Resource id of the user-assigned identity under which the service uses the key. */
  public get identityId(): string {
    return this.identity.id;
  }
}
