import { Refusal, refusingAt } from '@iris-azure/foundation';
import { type IIdentity } from '@iris-azure/security';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { StorageContainer } from '@cdktf/provider-azurerm/lib/storage-container';
import { StorageContainerImmutabilityPolicy } from '@cdktf/provider-azurerm/lib/storage-container-immutability-policy';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type IStorageAccount } from './storage-account';

/** Time for which what is written to a container is neither changed nor deleted. */
export interface Immutability {
  /** Days from the creation of a blob: 1 to 146000. */
  readonly days: number;
  /**
   * Whether nobody may shorten or remove the policy again, its owner included: it can be extended five times, and the
   * container and the account stay until their last blob has outlived it. Lock it when its days are known to be right.
   *
   * @default false: whoever may write the account's policies may also remove this one, and Azure does not keep the
   * container from being deleted
   */
  readonly locked?: boolean;
  /** Whether append blobs may grow while they are immutable, as catalogues and logs do. @default false */
  readonly appendBlobs?: boolean;
}

/** What a construct needs of a container. */
export interface IBlobContainer {
  /** Resource id of the container, for role assignments. */
  readonly id: string;
  /** Azure's name of the container. */
  readonly name: string;
}

/** Properties of {@link BlobContainer}. */
export interface BlobContainerProps {
  /** Account that holds the container. */
  readonly storageAccount: IStorageAccount;
  /** Name of the container: 3 to 63 lower-case letters, digits and single hyphens. */
  readonly name: string;
  /**
   * Time for which blobs cannot be changed or deleted. A legal hold is beside it: `az storage container legal-hold set`
   * holds what is there until it is cleared, since azurerm has no resource for it.
   *
   * @default none
   * @see https://learn.microsoft.com/azure/storage/blobs/immutable-container-level-worm-policies
   */
  readonly immutability?: Immutability;
}

/** Private container of blobs, made by Resource Manager: no access to the account's data is needed to deploy it. */
export class BlobContainer extends Construct implements IBlobContainer, ITerraformDependable {
  private readonly resource: StorageContainer;

  public constructor(scope: Construct, id: string, { storageAccount, name, immutability }: BlobContainerProps) {
    super(scope, id);
    refusingAt(this, () => {
      assertName(name);
      assertImmutability(immutability);
    });
    this.resource = new StorageContainer(this, 'Resource', {
      name,
      storageAccountId: storageAccount.id,
      containerAccessType: 'private',
    });
    if (immutability) {
      new StorageContainerImmutabilityPolicy(this, 'Immutability', {
        storageContainerResourceManagerId: this.resource.id,
        immutabilityPeriodInDays: immutability.days,
        locked: immutability.locked ?? false,
        protectedAppendWritesEnabled: immutability.appendBlobs ?? false,
      });
    }
  }

  /** Resource id of the container, for role assignments. */
  public get id(): string {
    return this.resource.id;
  }

  /** Azure's name of the container. */
  public get name(): string {
    return this.resource.name;
  }

  /** Address of the container, for `dependsOn`. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /** Lets an identity read, write and delete the blobs of this container, and of no other. */
  public grantWrite(id: string, identity: IIdentity): void {
    new RoleAssignment(this, id, {
      scope: this.id,
      roleDefinitionName: 'Storage Blob Data Contributor',
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
    });
  }
}

function assertName(name: string): void {
  if (!/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Refusal(
      `container name must be 3 to 63 lower-case letters, digits and single hyphens, got '${name}'; set name`,
    );
  }
}

function assertImmutability(immutability: Immutability | undefined): void {
  if (immutability && (!Number.isInteger(immutability.days) || immutability.days < 1 || immutability.days > 146_000)) {
    throw new Refusal(`blobs must be immutable for 1 to 146000 days, got ${immutability.days}; set immutability.days`);
  }
}
