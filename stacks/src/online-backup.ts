import { OnlineBackupStack } from '@iris-azure/backup';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { type NetworkStack } from '@iris-azure/network';
import { type SecurityStack } from '@iris-azure/security';
import { AccountEncryption, PrivateZone } from '@iris-azure/storage';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/** What Online Backup needs of the stacks before it. */
export interface OnlineBackedUpStacks {
  /** Stack whose network the mirrors are in, with `fileShares`. */
  readonly network: NetworkStack;
  /** Stack whose key vault holds the key of the share. */
  readonly security: SecurityStack;
}

/** Adds a file share for Online Backup of the primary region's databases, where an environment has one. */
export function addOnlineBackup(
  scope: Construct,
  environment: Environment,
  { network, security }: OnlineBackedUpStacks,
): OnlineBackupStack | undefined {
  const settings = environment.backup?.online;
  return (
    settings &&
    new OnlineBackupStack(scope, {
      ...settings,
      deployment: deploymentOf(environment),
      region: findRegion(environment.primary.name),
      network: network.network,
      fileZone: new PrivateZone(network, 'FileZone', {
        resourceGroup: network.network.resourceGroup,
        network: network.network,
        service: 'file',
      }),
      encryption: new AccountEncryption(security, 'OnlineBackupEncryption', {
        keyVault: security.security.keyVault,
        part: 'online-backup',
      }),
      identities: { Mirror: security.security.mirrorIdentity },
    })
  );
}
