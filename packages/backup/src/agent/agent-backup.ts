import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone } from '@iris-azure/network';
import { type IIdentity, type IServiceKey } from '@iris-azure/security';
import { type IServer } from '@iris-azure/server';
import {
  BlobContainer,
  type BlobLifecycle,
  type Immutability,
  LifecyclePolicy,
  type Replication,
  StorageAccount,
} from '@iris-azure/storage';
import { VirtualMachineExtension } from '@cdktf/provider-azurerm/lib/virtual-machine-extension';
import { Construct } from 'constructs';
import { type BackupAgent } from './backup-agent';

/** Choices for backups by a third-party agent. */
export interface AgentBackupSettings {
  /** The agent, one of {@link backupAgents} or your own. */
  readonly agent: BackupAgent;
  /** Time for which long-term copies are neither changed nor deleted. Ask the vendor what the agent needs to append to. */
  readonly immutability: Immutability;
  /**
   * What becomes of long-term copies, by days. An agent must know that blobs it reads may be in the archive tier: leave out
   * `archiveAfterDays` where it does not.
   *
   * @default cool after 30 days, cold after 90, archived after 180; never deleted but by the agent
   */
  readonly lifecycle?: BlobLifecycle;
  /** How the copies are replicated. @default RAGRS: also in the paired region, and readable there */
  readonly replication?: Replication;
}

/** Properties of {@link AgentBackup}. */
export interface AgentBackupProps extends AgentBackupSettings {
  /** Resource group of the long-term copies. */
  readonly resourceGroup: IResourceGroup;
  /** Network of the servers, from which the copies are reached by a private end point. */
  readonly network: INetwork;
  /** Zone of private end points of blobs, which the network resolves already. @default one of its own, linked to the network */
  readonly blobZone?: IPrivateDnsZone;
  /** Key of the owner that encrypts the copies. @default Azure's key */
  readonly encryption?: IServiceKey;
  /** Servers that are backed up, by names that never change. An agent with an extension is installed in each. */
  readonly servers: Readonly<Record<string, IServer>>;
  /** Identities of those servers, by names that never change: each may write long-term copies. */
  readonly identities: Readonly<Record<string, IIdentity>>;
}

const defaultLifecycle: BlobLifecycle = { coolAfterDays: 30, coldAfterDays: 90, archiveAfterDays: 180 };

/**
 * Backup by LVM snapshots with a third-party agent in each server: short-term copies where the agent's own server keeps them,
 * long-term copies in a container of blobs that are immutable for a time and move to cheaper tiers.
 *
 * The servers' database volumes need free extents, see {@link layOutVolumeGroup}.
 *
 * @seed S16
 */
export class AgentBackup extends Construct {
  /** Account of the long-term copies. */
  public readonly storageAccount: StorageAccount;
  /** Container of the long-term copies. */
  public readonly container: BlobContainer;

  public constructor(scope: Construct, id: string, props: AgentBackupProps) {
    super(scope, id);
    const { resourceGroup, agent, immutability, lifecycle = defaultLifecycle, replication = 'RAGRS' } = props;
    refusingAt(this, () => {
      assertRetention(immutability, lifecycle);
    });

    this.storageAccount = new StorageAccount(this, 'StorageAccount', {
      resourceGroup,
      part: 'agent',
      holds: 'backup',
      replication,
      encryption: props.encryption,
      privateAccess: { network: props.network, zones: { blob: props.blobZone ?? 'Own' } },
    });
    this.container = new BlobContainer(this, 'LongTerm', {
      storageAccount: this.storageAccount,
      name: 'long-term',
      immutability,
    });
    new LifecyclePolicy(this, 'Lifecycle', {
      storageAccount: this.storageAccount,
      replication,
      rules: [{ name: 'longTerm', container: this.container, ...lifecycle }],
    });
    for (const [name, identity] of Object.entries(props.identities)) {
      this.container.grantWrite(`${name}Role`, identity);
    }
    if (agent.extension) {
      const { settings, ...extension } = agent.extension;
      for (const [name, server] of Object.entries(props.servers)) {
        new VirtualMachineExtension(this, `${name}Agent`, {
          name: 'backup-agent',
          virtualMachineId: server.id,
          ...extension,
          settings: settings && JSON.stringify(settings),
          tags: resourceGroup.tags(),
        });
      }
    }
  }
}

/** Azure does not delete what is immutable: a lifecycle that asks for it would never do what it says. */
function assertRetention({ days }: Immutability, { deleteAfterDays }: BlobLifecycle): void {
  if (deleteAfterDays !== undefined && deleteAfterDays < days) {
    throw new Refusal(
      `long-term copies must not be deleted before they are no longer immutable, after ${days} days, ` +
        `got ${deleteAfterDays}; set lifecycle.deleteAfterDays`,
    );
  }
}
