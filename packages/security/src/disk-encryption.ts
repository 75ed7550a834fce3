import { type IResourceGroup } from '@iris-azure/foundation';
import { DiskEncryptionSet } from '@cdktf/provider-azurerm/lib/disk-encryption-set';
import { type Construct } from 'constructs';
import { type IKeyVault } from './key-vault';
import { ServiceKey } from './service-key';

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
export class DiskEncryption extends ServiceKey implements IDiskEncryption {
  private readonly resource: DiskEncryptionSet;

  public constructor(scope: Construct, id: string, { resourceGroup, keyVault }: DiskEncryptionProps) {
    super(scope, id, { resourceGroup, keyVault, purpose: 'disk' });
    this.resource = new DiskEncryptionSet(this, 'Resource', {
      name: resourceGroup.nameOf('diskEncryptionSet'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      keyVaultKeyId: this.keyId,
      autoKeyRotationEnabled: true,
      identity: { type: 'UserAssigned', identityIds: [this.identityId] },
      tags: resourceGroup.tags(),
      dependsOn: [...this.ready],
    });
  }

  /** Resource id of the disk encryption set. */
  public get diskEncryptionSetId(): string {
    return this.resource.id;
  }
}
