import { clouds, Refusal } from '@iris-azure/foundation';
import { type GuestEnvironment } from './guest-env';
import { type MemberRole } from './role';
import {
  type GuestSettings,
  type InstanceSettings,
  type Kit,
  type MemberSettings,
  type VaultSettings,
} from './settings';

/** Role with which a member joins the mirror, in the words of configuration merge. */
const mirrorMembers: Readonly<Record<MemberRole, string>> = {
  primary: 'primary',
  backup: 'backup',
  'dr-async': 'drasync',
};

/** Folder of the instance: on its own volume where a machine has volumes. */
export function installFolder(
  settings: Pick<InstanceSettings, 'instance'> & { readonly role: GuestSettings['role'] },
): string {
  const folder = settings.instance.toLowerCase();
  return settings.role in mirrorMembers ? `/iris/install/${folder}` : `/opt/iris/${folder}`;
}

/**
 * Settings of a machine by the names under which scripts read them.
 *
 * @throws Refusal when one of `furtherSettings` is made here already.
 */
export function environmentOf(settings: GuestSettings): GuestEnvironment {
  const own: GuestEnvironment = {
    ROLE: settings.role,
    PRODUCT: settings.product,
    IDENTITY_CLIENT_ID: settings.identityClientId,
    STORAGE_RESOURCE: settings.storageResource ?? 'https://storage.azure.com/',
    VAULT_RESOURCE: settings.vaultResource ?? `https://${clouds.public.keyVaultSuffix}`,
    PACKAGES: settings.packages,
    ...ofRole(settings),
  };
  const twice = Object.keys(settings.furtherSettings ?? {}).filter((name) => own[name] !== undefined);
  if (twice.length > 0) {
    throw new Refusal(`furtherSettings must not have what other settings make, got ${twice.join(', ')}`);
  }
  return { ...own, ...settings.furtherSettings };
}

function ofRole(settings: GuestSettings): GuestEnvironment {
  switch (settings.role) {
    case 'arbiter':
      return kit('KIT', settings.kit);
    case 'web':
      return {
        ...vault(settings),
        ...kit('GATEWAY_KIT', settings.gatewayKit),
        GATEWAY_SECRET: settings.gatewaySecret,
        HEALTH_PATH: settings.web.healthPath,
        STATUS_PATH: settings.web.statusPath,
      };
    case 'application':
    case 'print':
      return { ...instance(settings), INSTALL_DIR: installFolder(settings) };
    case 'primary':
    case 'backup':
    case 'dr-async':
      return { ...instance(settings), INSTALL_DIR: installFolder(settings), ...member(settings) };
  }
}

function kit(name: 'KIT' | 'GATEWAY_KIT', { url, sha256 }: Kit): GuestEnvironment {
  return { [`${name}_URL`]: url, [`${name}_SHA256`]: sha256.toLowerCase() };
}

function vault({ vaultUrl, certificate, peerCertificates, certificateAuthority }: VaultSettings): GuestEnvironment {
  return {
    VAULT_URL: vaultUrl,
    CERTIFICATE: certificate,
    PEER_CERTIFICATES: peerCertificates,
    CERTIFICATE_AUTHORITY: certificateAuthority,
  };
}

function instance(settings: InstanceSettings): GuestEnvironment {
  return {
    ...vault(settings),
    ...kit('KIT', settings.kit),
    INSTANCE: settings.instance,
    SUPERSERVER_PORT: settings.superserverPort ?? 1972,
    LICENCE_SECRET: settings.licenceSecret,
    GATEWAY_SECRET: settings.gatewaySecret,
    INITIAL_SECURITY: settings.initialSecurity,
    HUGE_PAGES: settings.memory.hugePages,
    SWAPPINESS: settings.memory.swappiness,
  };
}

function member({ role, mirror, statusPath, databaseKey, scheduledEvents }: MemberSettings): GuestEnvironment {
  return {
    MIRROR_NAME: mirror.name.toUpperCase(),
    MIRROR_MEMBER: mirrorMembers[role],
    MIRROR_MEMBER_NAME: mirror.memberName,
    PEER_MEMBERS: mirror.peerNames,
    PRIMARY_ADDRESS: mirror.primaryAddress,
    ARBITER_ADDRESS: mirror.arbiterAddress,
    MEMBER_ADDRESSES: mirror.memberAddresses,
    WAIT_FOR_PRIMARY_SECONDS: mirror.waitForPrimarySeconds ?? 3600,
    STATUS_PATH: statusPath,
    DATABASE_KEY_URL: databaseKey?.url,
    DATABASE_KEY_FILE_SECRET: databaseKey?.fileSecretUrl,
    SCHEDULED_EVENTS_SECONDS: scheduledEvents?.everySeconds,
    SCHEDULED_EVENTS_FREEZE_SECONDS: scheduledEvents?.freezeSeconds,
    SCHEDULED_EVENTS_SWITCHOVER_SECONDS: scheduledEvents?.switchoverSeconds,
  };
}
