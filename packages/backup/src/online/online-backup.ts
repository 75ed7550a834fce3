import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone } from '@iris-azure/network';
import { type IIdentity, type IServiceKey } from '@iris-azure/security';
import {
  FileShare,
  type Replication,
  type SmbSignIn,
  StorageAccount,
  type StorageAccountProps,
} from '@iris-azure/storage';
import { Construct } from 'constructs';
import { assertOnlineBackup, type OnlineBackupNeeds } from './online-backup-limits';
import { type ShareMount, shareMount } from './share-mount';

/** Choices for Online Backup to a file share. */
export interface OnlineBackupSettings extends OnlineBackupNeeds {
  /**
   * How servers sign in to the share, see `StorageAccountProps.smbSignIn`: `AccountKey` for guests other than Ubuntu 22.04 and
   * 24.04 and Azure Linux 3.0, which have no client for managed identities. Servers then read the key when they mount, under
   * their identity, and keep it in no file.
   *
   * @default ManagedIdentity: the account has no keys
   */
  readonly signIn?: SmbSignIn;
  /** See `StorageAccountProps.smbAes128`. @default false */
  readonly smbAes128?: StorageAccountProps['smbAes128'];
  /**
   * How the share is replicated. Azure Files has no reading in the second region: with RAGRS and RAGZRS a share is as with GRS
   * and GZRS, and is reached there once the account has failed over.
   *
   * @default RAGRS
   * @see https://learn.microsoft.com/azure/storage/files/files-redundancy
   */
  readonly replication?: Exclude<Replication, 'LRS' | 'ZRS'>;
}

/** Properties of {@link OnlineBackup}. */
export interface OnlineBackupProps extends OnlineBackupSettings {
  /** Resource group of the share. */
  readonly resourceGroup: IResourceGroup;
  /** Network of the servers, with `fileShares`: SMB must reach the private end point of the share. */
  readonly network: INetwork;
  /** Zone of private end points of files, which the network resolves already. @default one of its own, linked to the network */
  readonly fileZone?: IPrivateDnsZone;
  /**
   * Key of the owner that encrypts the share. Online Backup's output of an encrypted database is not encrypted: the share
   * is all that encrypts it.
   */
  readonly encryption: IServiceKey;
  /** Identities of the servers that write to the share, by names that never change. */
  readonly identities: Readonly<Record<string, IIdentity>>;
}

/** Roles on the account, by how a server signs in: write to shares, or read the key. */
const roles: Readonly<Record<SmbSignIn, string>> = {
  ManagedIdentity: 'Storage File Data SMB MI Admin',
  AccountKey: 'Reader and Data Access',
};

/**
 * File share for Online Backup and all other files in use: SMB 3.1.1 alone, encrypted on the way and at rest, in an account that
 * holds nothing else. For small sites: one file is written at 60 MiB/s.
 *
 * The schedule is the guest's to run; it is checked here, against what a share can do.
 *
 * @seed S17
 */
export class OnlineBackup extends Construct {
  /** Account of the share. */
  public readonly storageAccount: StorageAccount;
  /** How servers mount the share. */
  public readonly mount: ShareMount;

  public constructor(scope: Construct, id: string, props: OnlineBackupProps) {
    super(scope, id);
    const { resourceGroup, signIn = 'ManagedIdentity', replication = 'RAGRS' } = props;
    refusingAt(this, () => {
      assertOnlineBackup(props);
    });

    this.storageAccount = new StorageAccount(this, 'StorageAccount', {
      resourceGroup,
      part: 'online',
      holds: 'backup',
      replication,
      encryption: props.encryption,
      smbSignIn: signIn,
      smbAes128: props.smbAes128,
      privateAccess: { network: props.network, zones: { file: props.fileZone ?? 'Own' } },
    });
    const share = new FileShare(this, 'Share', {
      storageAccount: this.storageAccount,
      name: 'online-backup',
      quotaGib: props.quotaGib,
      accessTier: 'Cool',
    });
    for (const [name, identity] of Object.entries(props.identities)) {
      this.storageAccount.grant(`${name}Role`, identity, roles[signIn]);
    }
    this.mount = shareMount({
      accountName: this.storageAccount.name,
      shareName: share.name,
      storageSuffix: resourceGroup.region.cloud.storageSuffix,
      signIn,
      smbAes128: props.smbAes128,
    });
  }
}
