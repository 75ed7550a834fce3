import { type AgentBackupStack, type BackupStack, type OnlineBackupStack } from '@iris-azure/backup';
import { type DrStack } from '@iris-azure/dr';
import { type Environment } from '@iris-azure/foundation';
import { type MonitoringStack } from '@iris-azure/monitoring';
import { type Construct } from 'constructs';
import { addAgentBackup } from './agent-backup';
import { addBackup, addDisasterRecoveryBackup } from './backup';
import { findExisting } from './existing';
import { mapValues } from './map-values';
import { addMonitoring, watchEnvironment } from './monitoring';
import { addOnlineBackup } from './online-backup';
import { addPrimaryRegion, type PrimaryRegion } from './primary-region';
import { addSecondRegion } from './second-region';
import { type Architecture, sharedSettings } from './shared-settings';

/** Stacks of an environment, in the order in which they are deployed. */
export interface EnvironmentStacks extends PrimaryRegion {
  /** Monitoring of the primary region, where the environment has any. */
  readonly monitoring: MonitoringStack | undefined;
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
  architecture: Architecture,
): EnvironmentStacks {
  const shared = sharedSettings(environment, architecture);
  const monitoringStack = addMonitoring(scope, environment);
  const existing = findExisting(scope, environment, shared.deployment);
  const region = addPrimaryRegion(scope, environment, architecture, shared, existing);
  const { network, security, mirrors, compute } = region;
  const backup = addBackup(scope, environment, { security, mirrors });
  const agentBackup = addAgentBackup(scope, environment, {
    network,
    blobZone: existing.blobZone,
    security,
    mirrors,
    volumes: mapValues(architecture.mirrors, ({ volumes }) => volumes),
    compute,
  });
  const onlineBackup = addOnlineBackup(scope, environment, { network, fileZone: existing.fileZone, security });
  const drStack = addSecondRegion(scope, environment, architecture, shared, existing, region);
  if (drStack) {
    addDisasterRecoveryBackup(drStack, environment);
  }
  watchEnvironment(scope, environment, { monitoringStack, drStack });
  return { ...region, monitoring: monitoringStack, backup, agentBackup, onlineBackup, disasterRecovery: drStack };
}
