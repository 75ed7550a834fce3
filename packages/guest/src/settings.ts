import { type DataDiskSpec, type LinuxMemory } from '@iris-azure/sizing';
import { type GuestEnvironment } from './guest-env';
import { type GuestFile } from './guest-file';
import { type MemberRole, type ServerRole } from './role';
import { type WebServerSettings } from './web-gateway/settings';

/** A kit of InterSystems in a storage account, which the machine reads with its identity. */
export interface Kit {
  /** Address of the blob, by HTTPS and without a SAS token (`KIT_URL`, `GATEWAY_KIT_URL`). */
  readonly url: string;
  /** SHA-256 of the blob, 64 hexadecimal digits (`KIT_SHA256`, `GATEWAY_KIT_SHA256`). Another blob is not installed. */
  readonly sha256: string;
}

/** What every machine is told. */
export interface MachineSettings {
  /** Product (`PRODUCT`). */
  readonly product: 'iris' | 'cache';
  /**
   * Client id of the managed identity by which the machine reads vault and storage (`IDENTITY_CLIENT_ID`).
   *
   * @default the only identity that the machine has
   */
  readonly identityClientId?: string;
  /**
   * Resource for which tokens of storage are asked (`STORAGE_RESOURCE`).
   *
   * @default https://storage.azure.com/
   */
  readonly storageResource?: string;
  /**
   * Resource for which tokens of Key Vault are asked, another in each of Azure's clouds (`VAULT_RESOURCE`).
   *
   * @default that of the public cloud
   */
  readonly vaultResource?: string;
  /**
   * Packages beside those that steps need, in the distribution's own names (`PACKAGES`).
   *
   * @default none
   */
  readonly packages?: readonly string[];
  /**
   * Further settings of scripts by their names, such as those of backups. One that is made here already cannot be among them.
   *
   * @default none
   */
  readonly furtherSettings?: GuestEnvironment;
  /**
   * Further files, such as the configuration merge files of an instance, owned by root. They may hold no secret: whoever reads the
   * machine's model reads them too.
   *
   * @default none
   */
  readonly extraFiles?: readonly GuestFile[];
}

/** Where a machine's certificate is, and whom it trusts. */
export interface VaultSettings {
  /** Address of the vault, with a slash at its end (`VAULT_URL`). */
  readonly vaultUrl: string;
  /** Name of the machine's certificate in the vault (`CERTIFICATE`). */
  readonly certificate: string;
  /**
   * Full ids of the certificates that the machine trusts beside its own, https://VAULT/certificates/NAME (`PEER_CERTIFICATES`): of
   * the other members, in the order of `mirror.peerNames`; for a web server those of all servers to which its gateway connects.
   *
   * @default none
   */
  readonly peerCertificates?: readonly string[];
  /**
   * File on the machine with the chain of an authority, which is trusted in place of certificates (`CERTIFICATE_AUTHORITY`).
   *
   * @default self-signed certificates are trusted one by one
   */
  readonly certificateAuthority?: string;
}

/** An instance on a machine. */
export interface InstanceSettings extends MachineSettings, VaultSettings {
  /** Kit of the product. */
  readonly kit: Kit;
  /** Name of the instance, in capital letters (`INSTANCE`). */
  readonly instance: string;
  /**
   * Port of the superserver (`SUPERSERVER_PORT`).
   *
   * @default 1972
   */
  readonly superserverPort?: number;
  /** Name of the secret with the licence key (`LICENCE_SECRET`). */
  readonly licenceSecret: string;
  /** Name of the secret with the password of the user CSPSystem, by which Web Gateways sign in (`GATEWAY_SECRET`). */
  readonly gatewaySecret: string;
  /**
   * Security with which the instance is installed (`INITIAL_SECURITY`).
   *
   * @default Normal
   */
  readonly initialSecurity?: 'Normal' | 'LockedDown';
  /** Huge pages and readiness to swap (`HUGE_PAGES`, `SWAPPINESS`). */
  readonly memory: LinuxMemory;
}

/** Mirror of a member. */
export interface MemberMirror {
  /** Name of the mirror, 1 to 15 letters and digits (`MIRROR_NAME`). */
  readonly name: string;
  /** Name of this member in the mirror (`MIRROR_MEMBER_NAME`). */
  readonly memberName: string;
  /** Names of the other members (`PEER_MEMBERS`), in the order of `peerCertificates`. */
  readonly peerNames: readonly string[];
  /** Address of the member with which the mirror begins (`PRIMARY_ADDRESS`). */
  readonly primaryAddress: string;
  /** Address of the arbiter (`ARBITER_ADDRESS`). */
  readonly arbiterAddress: string;
  /** Addresses of all members (`MEMBER_ADDRESSES`). */
  readonly memberAddresses: readonly string[];
  /**
   * How long set-up waits for the primary (`WAIT_FOR_PRIMARY_SECONDS`).
   *
   * @default 3600
   */
  readonly waitForPrimarySeconds?: number;
}

/** Key that encrypts databases. */
export interface DatabaseKey {
  /** Address of the RSA key in the vault (`DATABASE_KEY_URL`). */
  readonly url: string;
  /**
   * Address of the secret by which the key file reaches all members (`DATABASE_KEY_FILE_SECRET`).
   *
   * @default somebody copies the key file to the other members
   */
  readonly fileSecretUrl?: string;
}

/** What a member does when Azure announces maintenance of its machine. */
export interface ScheduledEventSettings {
  /**
   * Seconds between two looks (`SCHEDULED_EVENTS_SECONDS`). Azure advises 1; a spot machine has 30 seconds.
   *
   * @default 5
   */
  readonly everySeconds?: number;
  /**
   * A pause of the machine up to so many seconds is let be (`SCHEDULED_EVENTS_FREEZE_SECONDS`): it costs users less than a
   * switchover. The mirror's own quality of service time-out must be longer.
   *
   * @default 5
   */
  readonly freezeSeconds?: number;
  /**
   * How long a switchover may take until it is given up (`SCHEDULED_EVENTS_SWITCHOVER_SECONDS`).
   *
   * @default 420: the instance itself gives its processes 300 to end
   */
  readonly switchoverSeconds?: number;
}

/** A member of a mirror. */
export interface MemberSettings extends InstanceSettings {
  /** Role with which the member begins (`ROLE`, `MIRROR_MEMBER`); a failover changes it later without a word to Azure. */
  readonly role: MemberRole;
  /** Its mirror. */
  readonly mirror: MemberMirror;
  /** Its data disks, as `layOutVolumes` lays them out. */
  readonly disks: readonly DataDiskSpec[];
  /**
   * Share of the databases' volume that is left free for snapshots of a backup agent, in percent, 0 to 50.
   *
   * @default 0
   */
  readonly databaseFreePercent?: number;
  /** Path of the mirror status page, which the load balancer asks (`STATUS_PATH`). */
  readonly statusPath: string;
  /**
   * Key of encrypted databases.
   *
   * @default databases are not encrypted by the product; their disks are by Azure
   */
  readonly databaseKey?: DatabaseKey;
  /** Answers to Azure's Scheduled Events. */
  readonly scheduledEvents?: ScheduledEventSettings;
}

/** An application or print server. */
export interface ServerSettings extends InstanceSettings {
  /** Role of the server (`ROLE`). */
  readonly role: ServerRole;
}

/** The arbiter of a mirror: an agent, no instance. */
export interface ArbiterSettings extends MachineSettings {
  /** Role of the machine (`ROLE`). */
  readonly role: 'arbiter';
  /** Kit of the product, whose agent is installed. */
  readonly kit: Kit;
}

/** A web server with the Web Gateway. */
export interface WebSettings extends MachineSettings, VaultSettings {
  /** Role of the machine (`ROLE`). */
  readonly role: 'web';
  /** Kit of the Web Gateway, for this machine's operating system. */
  readonly gatewayKit: Kit;
  /** Name of the secret with the password of the user CSPSystem (`GATEWAY_SECRET`). */
  readonly gatewaySecret: string;
  /** What it serves, and from where. */
  readonly web: WebServerSettings;
}

/** All that a machine is told, by its role. Nothing of it is secret: secrets are named, and read from the vault on the machine. */
export type GuestSettings = MemberSettings | ServerSettings | ArbiterSettings | WebSettings;
