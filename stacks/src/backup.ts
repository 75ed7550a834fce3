import {
  applicationConsistency,
  Backup,
  type BackupProps,
  BackupStack,
  type ProtectedServer,
} from '@iris-azure/backup';
import { type DrStack } from '@iris-azure/dr';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { type MirrorMember, type MirrorStack } from '@iris-azure/mirror';
import { type Security, type SecurityStack } from '@iris-azure/security';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/** What backups of the primary region need of the stacks before them. */
export interface BackedUpStacks {
  /** Stack whose key vault holds the key of the backups. */
  readonly security: SecurityStack;
  /** Mirrors, by the ids of the architecture. */
  readonly mirrors: Readonly<Record<string, MirrorStack>>;
}

/** Adds backups of all failover members by Azure Backup, where an environment has them. */
export function addBackup(
  scope: Construct,
  environment: Environment,
  { security, mirrors }: BackedUpStacks,
): BackupStack | undefined {
  const settings = settingsOf(environment);
  if (!settings) {
    return undefined;
  }
  const entries = Object.entries(mirrors);
  return new BackupStack(scope, {
    ...settings.backup,
    deployment: deploymentOf(environment),
    region: findRegion(environment.primary.name),
    encryption: settings.encryption(security.security),
    servers: Object.fromEntries(
      entries.flatMap(([id, { mirror }]) =>
        Object.entries(mirror.members).map(([role, member]) => [`${id}${role}`, protectedMember(member)]),
      ),
    ),
    checkedServers: Object.fromEntries(entries.map(([id, { mirror }]) => [`${id}Backup`, mirror.members.Backup])),
  });
}

/**
 * Adds backups of all DR members to the second region's stack: a vault protects machines of its own region alone. They do
 * not wait for a promotion, so that the members have recovery points when they become primaries.
 */
export function addDisasterRecoveryBackup(stack: DrStack, environment: Environment): void {
  const settings = settingsOf(environment);
  if (!settings) {
    return;
  }
  const { disasterRecovery } = stack;
  const { resourceGroup } = disasterRecovery.security;
  const entries = Object.entries(disasterRecovery.mirrors);
  new Backup(stack, 'Backup', {
    ...settings.backup,
    resourceGroup,
    onDemandGroup: resourceGroup,
    encryption: settings.encryption(disasterRecovery.security),
    servers: Object.fromEntries(entries.map(([id, { member }]) => [id, protectedMember(member)])),
    checkedServers: Object.fromEntries(entries.map(([id, { member }]) => [id, member])),
  });
}

/** Choices of an environment: those of the backups, and what makes the key that encrypts them, in the stack of its key vault. */
function settingsOf({ backup }: Environment) {
  if (!backup?.vault) {
    return undefined;
  }
  const { encryption, redundancy, crossRegionRestore, immutability, ...settings } = backup.vault;
  return {
    encryption: (security: Security): BackupProps['encryption'] =>
      encryption === 'CustomerManaged' ? security.addServiceKey('VaultKey', { purpose: 'vault' }) : encryption,
    backup: { ...settings, vault: { redundancy, crossRegionRestore, immutability } } satisfies Partial<BackupProps>,
  };
}

function protectedMember(server: MirrorMember): ProtectedServer {
  const { size, dataDiskTypes } = server;
  return { server, size, dataDiskKinds: dataDiskTypes, consistency: applicationConsistency() };
}
