import { OnlineBackupStack } from '@iris-azure/backup';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone } from '@iris-azure/network';
import { type SecurityStack } from '@iris-azure/security';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/** What Online Backup needs of the stacks before it. */
export interface OnlineBackedUpStacks {
  /** Network of the mirrors, with `fileShares`. */
  readonly network: INetwork;
  /** Zone of private end points of files that exists. */
  readonly fileZone: IPrivateDnsZone | undefined;
  /** Stack whose key vault holds the key of the share. */
  readonly security: SecurityStack;
}

/** Adds a file share for Online Backup of the primary region's databases, where an environment has one. */
export function addOnlineBackup(
  scope: Construct,
  environment: Environment,
  { network, fileZone, security }: OnlineBackedUpStacks,
): OnlineBackupStack | undefined {
  const settings = environment.backup?.online;
  if (!settings) {
    return undefined;
  }
  const stack = new OnlineBackupStack(scope, {
    ...settings,
    deployment: deploymentOf(environment),
    region: findRegion(environment.primary.name),
    network,
    fileZone,
    encryption: security.security.addServiceKey('OnlineBackupKey', { purpose: 'online-backup' }),
    identities: { Mirror: security.security.mirrorIdentity },
  });
  fileZone?.link(stack, 'FileZoneLink', network);
  return stack;
}
