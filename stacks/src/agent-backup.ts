import { AgentBackupStack, backupAgents, layOutVolumeGroup } from '@iris-azure/backup';
import { type ComputeStack, type ServerTier } from '@iris-azure/compute';
import { type Environment, findRegion, refusingAt } from '@iris-azure/foundation';
import { type MirrorStack } from '@iris-azure/mirror';
import { type MirrorVolumes } from '@iris-azure/sizing';
import { type INetwork, type IPrivateDnsZone } from '@iris-azure/network';
import { type SecurityStack } from '@iris-azure/security';
import { type IServer } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/** What backups by an agent need of the stacks before them. */
export interface AgentBackedUpStacks {
  /** Network of the servers. */
  readonly network: INetwork;
  /** Zone of private end points of blobs that exists. */
  readonly blobZone: IPrivateDnsZone | undefined;
  /** Stack whose key vault holds the key of the copies. */
  readonly security: SecurityStack;
  /** Mirrors, by the ids of the architecture. */
  readonly mirrors: Readonly<Record<string, MirrorStack>>;
  /** Volumes of each mirror's members, by the same ids. */
  readonly volumes: Readonly<Record<string, MirrorVolumes>>;
  /** Tiers of servers. */
  readonly compute: ComputeStack;
}

/** Adds backups of all servers of the primary region by a third-party agent, where an environment has them. */
export function addAgentBackup(
  scope: Construct,
  environment: Environment,
  { network, blobZone, security, mirrors, volumes, compute }: AgentBackedUpStacks,
): AgentBackupStack | undefined {
  const settings = environment.backup?.agent;
  if (!settings) {
    return undefined;
  }
  const { agent, freePercent, ...copies } = settings;
  for (const { database } of Object.values(volumes)) {
    refusingAt(scope, () => layOutVolumeGroup({ ...database, freePercent }));
  }
  const stack = new AgentBackupStack(scope, {
    ...copies,
    agent: typeof agent === 'string' ? backupAgents[agent] : agent,
    deployment: deploymentOf(environment),
    region: findRegion(environment.primary.name),
    network,
    blobZone,
    encryption: security.security.addServiceKey('AgentBackupKey', { purpose: 'agent-backup' }),
    servers: { ...membersOf(mirrors), ...tiersOf(compute) },
    identities: { Mirror: security.security.mirrorIdentity, Server: security.security.serverIdentity },
  });
  blobZone?.link(stack, 'BlobZoneLink', network);
  return stack;
}

function membersOf(mirrors: AgentBackedUpStacks['mirrors']): Record<string, IServer> {
  return Object.fromEntries(
    Object.entries(mirrors).flatMap(([id, { mirror }]) =>
      Object.entries(mirror.members).map(([role, member]) => [`${id}${role}`, member]),
    ),
  );
}

function tiersOf({ compute }: ComputeStack): Record<string, IServer> {
  const tiers: Readonly<Record<string, ServerTier | undefined>> = compute.tiers;
  return Object.fromEntries(
    Object.entries(tiers).flatMap(([tier, servers]) =>
      Object.entries(servers?.servers ?? {}).map(([name, server]) => [`${tier}${name}`, server]),
    ),
  );
}
