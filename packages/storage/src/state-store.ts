import {
  type Deployment,
  type IResourceGroup,
  nameParts,
  type Region,
  resourceName,
  type StateStorage,
} from '@iris-azure/foundation';
import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { BlobContainer } from './blob-container';
import { type Replication } from './replication';
import { type PrivateAccess, StorageAccount } from './storage-account';

/** Part of the names of the storage of states. */
export const statePart = 'state';

const containerName = 'tfstate';

/** Who deploys, in Microsoft Entra ID. */
export interface Deployer {
  /** Object id. */
  readonly objectId: string;
  /** What it is: a group takes people and pipelines in and lets them go without a deployment. */
  readonly type: 'Group' | 'ServicePrincipal' | 'User';
}

/** Choices for the storage of states. */
export interface StateStoreSettings {
  /** How the states are replicated. */
  readonly replication: Exclude<Replication, 'LRS' | 'ZRS'>;
  /** Public ranges of those who deploy. @default none: through {@link privateAccess} alone */
  readonly deployerRanges?: readonly string[];
  /** How a network reaches the account. @default it does not */
  readonly privateAccess?: PrivateAccess;
  /** Who deploys, by names that never change: they read and write every state, secrets in it included. */
  readonly deployers: Readonly<Record<string, Deployer>>;
}

/** Properties of {@link StateStore}. */
export interface StateStoreProps extends StateStoreSettings {
  /** Resource group of the states, of the part {@link statePart}. */
  readonly resourceGroup: IResourceGroup;
}

/** Where the storage of states of a deployment is: known before it is made, since names follow from values alone. */
export function stateStorageOf(deployment: Deployment, region: Region): StateStorage {
  const names = nameParts(deployment, region);
  return {
    resourceGroupName: resourceName('resourceGroup', ...names, statePart),
    storageAccountName: resourceName('storageAccount', deployment.organization, ...names, statePart),
    containerName,
  };
}

/**
 * Storage of Terraform's states: replicated, without keys, every state with its earlier versions for 90 days, and a lock
 * against deletion. Terraform locks a state by a lease on its blob.
 *
 * The lock holds for all that is on the account: remove it before a deployer or the whole is removed.
 */
export class StateStore extends Construct {
  public constructor(scope: Construct, id: string, props: StateStoreProps) {
    super(scope, id);
    const { resourceGroup, deployers, ...account } = props;
    const storageAccount = new StorageAccount(this, 'StorageAccount', {
      ...account,
      resourceGroup,
      part: statePart,
      holds: 'state',
      softDeleteDays: 90,
    });
    const container = new BlobContainer(this, 'Container', { storageAccount, name: containerName });
    const roles = Object.entries(deployers).map(
      ([name, { objectId, type }]) =>
        new RoleAssignment(this, `${name}Role`, {
          scope: container.id,
          roleDefinitionName: 'Storage Blob Data Contributor',
          principalId: objectId,
          principalType: type,
        }),
    );
    // Made last and removed first: it keeps all that is on the account from being deleted.
    new ManagementLock(this, 'Lock', {
      name: 'keep',
      scope: storageAccount.id,
      lockLevel: 'CanNotDelete',
      notes: 'Holds the states of all deployments.',
      dependsOn: [container, ...roles, ...storageAccount.ready],
    });
  }
}
