import { type SmbSignIn } from '@iris-azure/storage';

/** How a server mounts the share, and where in it its files are. */
export interface ShareMount {
  /** Source of the mount: `//<account>.file.<suffix of storage>/<share>`. */
  readonly source: string;
  /** Where it is mounted. */
  readonly mountPoint: string;
  /** How the server signs in. */
  readonly signIn: SmbSignIn;
  /** Options of `mount -t cifs`; who signs in is added by the guest, who alone knows it. */
  readonly options: readonly string[];
  /** Options of the kernel's module, for `/etc/modprobe.d`. */
  readonly moduleOptions: string;
}

/** What a mount follows from. */
export interface ShareMountInput {
  /** Name of the storage account. */
  readonly accountName: string;
  /** Name of the share. */
  readonly shareName: string;
  /** Suffix of storage in the region's cloud. */
  readonly storageSuffix: string;
  /** How the server signs in. */
  readonly signIn: SmbSignIn;
  /** Whether the account permits AES-128-GCM too. @default false */
  readonly smbAes128?: boolean;
}

/**
 * SMB 3.1.1 and nothing older, encrypted by the client as well as by the account. Linux offers AES-128 first, and an account
 * of AES-256 alone then refuses: the module must be told to ask for AES-256 only.
 */
export function shareMount({
  accountName,
  shareName,
  storageSuffix,
  signIn,
  smbAes128 = false,
}: ShareMountInput): ShareMount {
  return {
    source: `//${accountName}.file.${storageSuffix}/${shareName}`,
    mountPoint: '/mnt/online-backup',
    signIn,
    options: [
      'vers=3.1.1',
      'seal',
      signIn === 'ManagedIdentity' ? 'sec=krb5' : 'sec=ntlmssp',
      'serverino',
      'nosharesock',
      'mfsymlinks',
      'actimeo=30',
      'dir_mode=0700',
      'file_mode=0600',
    ],
    moduleOptions: `options cifs disable_legacy_dialects=1 require_gcm_256=${smbAes128 ? 0 : 1}`,
  };
}

/** Folders of one server's files below the mount point: output of Online Backup, and all other files in use. */
export interface ShareFolders {
  /** Output of Online Backup, `<date>-<kind>.cbk` in it. */
  readonly databases: string;
  /** All other files in use: installation directory, journals, configuration of the web server. */
  readonly files: string;
  /** Log of each backup, beside neither, so that a restore can read it first. */
  readonly logs: string;
}

/** Folders of one server: each writes to its own, so that none overwrites another's after a failover. */
export function shareFolders({ mountPoint }: Pick<ShareMount, 'mountPoint'>, hostName: string): ShareFolders {
  const own = `${mountPoint}/${hostName}`;
  return { databases: `${own}/databases`, files: `${own}/files`, logs: `${own}/logs` };
}
