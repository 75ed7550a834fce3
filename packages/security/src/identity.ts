import { ExistingResource, type IResourceGroup } from '@iris-azure/foundation';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct } from 'constructs';

/** What a construct needs of the identity under which a resource acts. */
export interface IIdentity {
  /** Resource id of the identity. */
  readonly id: string;
  /** Object id of its service principal, for role assignments. */
  readonly principalId: string;
}

/** Properties of {@link Identity}. */
export interface IdentityProps {
  /** Resource group of the identity. */
  readonly resourceGroup: IResourceGroup;
  /** Who acts under it, last part of its name. */
  readonly part: string;
}

/** A user-assigned identity: it outlives the machines that carry it, and has its roles before they start. */
export class Identity extends Construct implements IIdentity {
  private readonly resource: UserAssignedIdentity;

  public constructor(scope: Construct, id: string, { resourceGroup, part }: IdentityProps) {
    super(scope, id);
    this.resource = new UserAssignedIdentity(this, 'Resource', {
      name: resourceGroup.nameOf('identity', part),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      tags: resourceGroup.tags(),
    });
  }

  /**
   * An identity that exists, also of another subscription.
   *
   * @param principalId object id of its service principal (`az identity show --query principalId`).
   * @throws Refusal when the id is none of a user-assigned identity.
   */
  public static fromIdentityId(scope: Construct, id: string, identityId: string, principalId: string): IIdentity {
    const existing = new ExistingResource(scope, id, identityId, 'Microsoft.ManagedIdentity/userAssignedIdentities');
    return { id: existing.id, principalId };
  }

  /** Resource id of the identity. */
  public get id(): string {
    return this.resource.id;
  }

  /** Object id of its service principal, for role assignments. */
  public get principalId(): string {
    return this.resource.principalId;
  }
}
