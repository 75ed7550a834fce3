import { Refusal, refusingAt } from '@iris-azure/foundation';
import { StorageManagementPolicy } from '@cdktf/provider-azurerm/lib/storage-management-policy';
import { Construct } from 'constructs';
import { type IBlobContainer } from './blob-container';
import { type Replication } from './replication';
import { type IStorageAccount } from './storage-account';

/** What becomes of the block blobs of one container, by days since they were last written. Each is left out where it does not happen. */
export interface BlobLifecycle {
  /** Moved from the hot to the cool tier, where they are paid for 30 days at least. */
  readonly coolAfterDays?: number;
  /** Moved to the cold tier, where they are paid for 90 days at least. */
  readonly coldAfterDays?: number;
  /**
   * Moved to the archive tier, where they are paid for 180 days at least, and whence reading takes up to 15 hours.
   * Zone-redundant accounts have none.
   *
   * @see https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
   */
  readonly archiveAfterDays?: number;
  /** Deleted, with their versions. */
  readonly deleteAfterDays?: number;
}

/** Lifecycle of one container. */
export interface ContainerLifecycle extends BlobLifecycle {
  /** Name of the rule: letters and digits. */
  readonly name: string;
  /** Container whose block blobs it moves. */
  readonly container: IBlobContainer;
}

/** Properties of {@link LifecyclePolicy}. */
export interface LifecyclePolicyProps {
  /** Account whose only policy this is. */
  readonly storageAccount: IStorageAccount;
  /** How the account is replicated: the archive tier is not everywhere. */
  readonly replication: Replication;
  /** What becomes of the blobs of each container. */
  readonly rules: readonly ContainerLifecycle[];
}

/** The one lifecycle policy of an account: Azure applies it once a day. */
export class LifecyclePolicy extends Construct {
  public constructor(scope: Construct, id: string, { storageAccount, replication, rules }: LifecyclePolicyProps) {
    super(scope, id);
    refusingAt(this, () => {
      rules.forEach((rule) => {
        assertLifecycle(rule, replication);
      });
    });
    new StorageManagementPolicy(this, 'Resource', {
      storageAccountId: storageAccount.id,
      rule: rules.map((rule) => ({
        name: rule.name,
        enabled: true,
        filters: { blobTypes: ['blockBlob'], prefixMatch: [`${rule.container.name}/`] },
        actions: {
          baseBlob: {
            tierToCoolAfterDaysSinceModificationGreaterThan: rule.coolAfterDays,
            tierToColdAfterDaysSinceModificationGreaterThan: rule.coldAfterDays,
            tierToArchiveAfterDaysSinceModificationGreaterThan: rule.archiveAfterDays,
            deleteAfterDaysSinceModificationGreaterThan: rule.deleteAfterDays,
          },
          version:
            rule.deleteAfterDays === undefined ? undefined : { deleteAfterDaysSinceCreation: rule.deleteAfterDays },
        },
      })),
    });
  }
}

/**
 * Refuses a lifecycle that Azure refuses, or that never does what it says.
 *
 * @throws Refusal when a later step comes before an earlier one, or the account has no archive tier.
 */
export function assertLifecycle(lifecycle: BlobLifecycle, replication: Replication): void {
  const steps = (['coolAfterDays', 'coldAfterDays', 'archiveAfterDays', 'deleteAfterDays'] as const).flatMap((step) => {
    const days = lifecycle[step];
    return days === undefined ? [] : [{ step, days }];
  });
  if (steps.length === 0) {
    throw new Refusal(
      'a lifecycle must move or delete blobs; set coolAfterDays, coldAfterDays, archiveAfterDays or deleteAfterDays',
    );
  }
  steps.forEach(({ step, days }, index) => {
    const before = steps[index - 1];
    if (!Number.isInteger(days) || days < 0 || days > 99_999 || (before && days <= before.days)) {
      const least = before ? `more than ${before.days} (${before.step})` : '0';
      throw new Refusal(`${step} must be ${least} to 99999 days, got ${days}; set ${step}`);
    }
  });
  if (lifecycle.archiveAfterDays !== undefined && replication.includes('ZRS')) {
    throw new Refusal(
      `the archive tier must be in an account of LRS, GRS or RAGRS, got ${replication}; leave out archiveAfterDays or set replication`,
    );
  }
}
