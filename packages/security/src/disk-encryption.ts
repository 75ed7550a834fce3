import { type IResourceGroup } from '@iris-azure/foundation';
import { DiskEncryptionSet } from '@cdktf/provider-azurerm/lib/disk-encryption-set';
import { Construct } from 'constructs';
import { CustomerManagedKey } from './customer-managed-key';
import { Identity } from './identity';
import { type IKeyVault } from './key-vault';

/** What a construct needs to encrypt its disks. */
export interface IDiskEncryption {
  /** Resource id of the disk encryption set. */
  readonly diskEncryptionSetId: string;
}

/** Properties of {@link DiskEncryption}. */
export interface DiskEncryptionProps {
  /** Resource group of the disk encryption set. */
  readonly resourceGroup: IResourceGroup;
  /** Vault that holds its key. */
  readonly keyVault: IKeyVault;
}

/** Disk encryption set with a key and an identity of its own, following each rotation of the key. */
export class DiskEncryption extends Construct implements IDiskEncryption {
  private readonly resource: DiskEncryptionSet;

  public constructor(scope: Construct, id: string, { resourceGroup, keyVault }: DiskEncryptionProps) {
    super(scope, id);
    const key = new CustomerManagedKey(this, 'Key', { keyVault, name: 'disk-encryption' });
    const identity = new Identity(this, 'Identity', { resourceGroup, part: 'disk-encryption' });
    const role = key.grant('DiskEncryptionRole', identity, 'Key Vault Crypto Service Encryption User');
    this.resource = new DiskEncryptionSet(this, 'Resource', {
      name: resourceGroup.nameOf('diskEncryptionSet'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      keyVaultKeyId: key.versionlessId,
      autoKeyRotationEnabled: true,
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      tags: resourceGroup.tags(),
      dependsOn: [role],
    });
  }

  /** Resource id of the disk encryption set. */
  public get diskEncryptionSetId(): string {
    return this.resource.id;
  }
}
