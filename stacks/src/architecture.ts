import { FirewallApplianceStack } from '@iris-azure/appliance';
import { type AgentBackupStack, type BackupStack, type OnlineBackupStack } from '@iris-azure/backup';
import { type ComputeSettings, ComputeStack } from '@iris-azure/compute';
import { DrStack } from '@iris-azure/dr';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { MirrorStack } from '@iris-azure/mirror';
import { type MonitoringStack } from '@iris-azure/monitoring';
import { type INetwork, NetworkStack, planSubnets } from '@iris-azure/network';
import { SecurityStack } from '@iris-azure/security';
import { type Construct } from 'constructs';
import { addAgentBackup } from './agent-backup';
import { addBackup, addDisasterRecoveryBackup } from './backup';
import { deploymentOf } from './deployment';
import { findExisting } from './existing';
import { addMonitoring, watchEnvironment } from './monitoring';
import { addOnlineBackup } from './online-backup';
import { perimeterOf } from './perimeter';
import { type ArchitectureMirror } from './sizing';

/** What a blueprint makes of an environment: the mirrors and the tiers around them. */
export interface Architecture {
  /** Mirrors, by ids that never change. */
  readonly mirrors: Readonly<Record<string, ArchitectureMirror>>;
  /** Tiers of servers without databases of their own. */
  readonly compute: ComputeSettings;
}

/** Stacks of an environment, in the order in which they are deployed. */
export interface EnvironmentStacks {
  /** Monitoring of the primary region, where the environment has any. */
  readonly monitoring: MonitoringStack | undefined;
  /** Network of the primary region. */
  readonly network: INetwork;
  /** Keys, certificate and identities of the primary region. */
  readonly security: SecurityStack;
  /** Third-party firewalls of the primary region, where the environment has some. */
  readonly appliance: FirewallApplianceStack | undefined;
  /** Mirrors of the primary region, by the ids of the architecture. */
  readonly mirrors: Readonly<Record<string, MirrorStack>>;
  /** Tiers of the primary region. */
  readonly compute: ComputeStack;
  /** Backups of the primary region's databases, where the environment has them. */
  readonly backup: BackupStack | undefined;
  /** Backups of all servers by a third-party agent, where the environment has them. */
  readonly agentBackup: AgentBackupStack | undefined;
  /** File share for Online Backup, where the environment has one. */
  readonly onlineBackup: OnlineBackupStack | undefined;
  /** The second region, where the environment has one. */
  readonly disasterRecovery: DrStack | undefined;
}

/**
 * Adds the stacks of an environment: monitoring where it has any, network, security, appliance where third-party firewalls
 * are its way out, a stack for each mirror, compute, backup where databases are backed up by Azure Backup, agent-backup and
 * online-backup where they are backed up otherwise, and dr where it has a second region.
 */
export function addArchitecture(
  scope: Construct,
  environment: Environment,
  { mirrors, compute: tiers }: Architecture,
): EnvironmentStacks {
  const { primary, disasterRecovery, access, image, highAvailability, diskType, perimeter } = environment;
  const deployment = deploymentOf(environment);
  const servers = { image, administratorName: environment.administrator.userName, highAvailability, diskType };
  const compute = { ...tiers, clients: access.clients };
  const inPrimary = { deployment, region: findRegion(primary.name) };

  const monitoringStack = addMonitoring(scope, environment);
  const reach = { access, backendTls: environment.web.tls, ...perimeterOf(environment) };
  const existing = findExisting(scope, environment, deployment);
  const network =
    existing.primaryNetwork ??
    new NetworkStack(scope, {
      ...inPrimary,
      ...reach,
      addressSpace: primary.addressSpace,
      connectivity: environment.connectivity?.primary,
      fileShares: environment.backup?.online !== undefined,
      remoteMirrorRanges: disasterRecovery && [
        existing.disasterRecoveryNetwork?.subnets.data.addressRange ?? planSubnets(disasterRecovery.addressSpace).data,
      ],
    }).network;
  const vault = { deployerRanges: access.deployers, privateDnsZone: existing.vaultZone };
  const securityStack = new SecurityStack(scope, {
    ...inPrimary,
    ...vault,
    network,
    hostName: environment.hostName,
  });
  const { security } = securityStack;
  const { applianceSubnets: subnets } = network;
  const applianceStack =
    perimeter.appliance &&
    subnets &&
    new FirewallApplianceStack(scope, {
      ...inPrimary,
      ...perimeter.appliance,
      subnets,
      security,
      highAvailability,
      administratorName: servers.administratorName,
    });
  const inNetwork = { ...inPrimary, ...servers, network, security };
  const mirrorStacks = mapValues(mirrors, (mirror) => new MirrorStack(scope, { ...inNetwork, ...mirror }));
  const computeStack = new ComputeStack(scope, { ...inNetwork, ...compute });
  const backupStack = addBackup(scope, environment, { security: securityStack, mirrors: mirrorStacks });
  const agentBackupStack = addAgentBackup(scope, environment, {
    network,
    blobZone: existing.blobZone,
    security: securityStack,
    mirrors: mirrorStacks,
    volumes: mapValues(mirrors, ({ volumes }) => volumes),
    compute: computeStack,
  });
  const onlineBackupStack = addOnlineBackup(scope, environment, {
    network,
    fileZone: existing.fileZone,
    security: securityStack,
  });
  const drStack =
    disasterRecovery &&
    new DrStack(scope, {
      ...servers,
      deployment,
      region: findRegion(disasterRecovery.name),
      network: existing.disasterRecoveryNetwork ?? {
        ...reach,
        addressSpace: disasterRecovery.addressSpace,
        connectivity: environment.connectivity?.disasterRecovery,
        // One plan does for both regions.
        ddosProtection: network.ddosProtectionPlan ?? reach.ddosProtection,
      },
      networksConnected: environment.existing.networks?.connected,
      appliance: perimeter.appliance,
      capacityPercent: disasterRecovery.capacityPercent,
      reserveCapacity: disasterRecovery.reserveCapacity,
      ...vault,
      mirrors,
      compute,
      statusPath: environment.statusPath ?? Object.values(mirrors)[0]?.statusPath ?? '',
      dnsZone: environment.dnsZone && {
        name: environment.dnsZone.name,
        resourceGroupName: environment.dnsZone.resourceGroup,
      },
      primaryNetwork: network,
      primaryWebEndpoint: computeStack.compute.webEndpoint,
    });
  for (const mirrorStack of Object.values(mirrorStacks)) {
    if (applianceStack) {
      // Servers are made when they can reach their updates.
      mirrorStack.addDependency(applianceStack);
    }
    computeStack.addDependency(mirrorStack);
    drStack?.addDependency(mirrorStack);
  }
  if (drStack) {
    addDisasterRecoveryBackup(drStack, environment);
  }
  watchEnvironment(scope, environment, { monitoringStack, drStack });
  return {
    monitoring: monitoringStack,
    network,
    security: securityStack,
    appliance: applianceStack,
    mirrors: mirrorStacks,
    compute: computeStack,
    backup: backupStack,
    agentBackup: agentBackupStack,
    onlineBackup: onlineBackupStack,
    disasterRecovery: drStack,
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
