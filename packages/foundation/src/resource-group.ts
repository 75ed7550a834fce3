import { ResourceGroup as AzurermResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Construct } from 'constructs';
import { type Deployment, nameParts } from './deployment';
import { type NamedResource, resourceName } from './names';
import { refusingAt } from './refusal';
import { type Region } from './region';
import { parseResourceId, resourceGroupType } from './resource-id';

/** What a construct needs of the resource group in which it creates its resources. */
export interface IResourceGroup {
  /** Environment that the group belongs to. */
  readonly deployment: Deployment;
  /** Region of the group and of everything in it. */
  readonly region: Region;
  /** Azure's name of the group, for `resourceGroupName`. */
  readonly name: string;
  /** Azure's name of the region, for `location`. */
  readonly location: string;
  /** Resource id of the group, for role assignments. */
  readonly id: string;

  /** Name of a resource in this group: abbreviation, workload, environment, region code and the given parts. */
  nameOf(kind: NamedResource, ...parts: readonly string[]): string;

  /** Like {@link nameOf}, with the organization in front, for names that must be unique in all of Azure. */
  globalNameOf(kind: NamedResource, ...parts: readonly string[]): string;

  /** Tags of every resource of the environment, with those of one resource. */
  tags(own?: Readonly<Record<string, string>>): Record<string, string>;
}

/** What the id of an existing resource group does not tell. */
export interface ResourceGroupAttributes {
  /** Environment of what is made in the group, after which that is named. */
  readonly deployment: Deployment;
  /** Region of what is made in the group. */
  readonly region: Region;
}

/** Properties of {@link ResourceGroup}. */
export interface ResourceGroupProps extends ResourceGroupAttributes {
  /** What the group holds, for example `mirror`; the last part of its name. */
  readonly part: string;
}

/** Names and tags of what is made in a resource group, whoever made the group. */
abstract class NamingResourceGroup extends Construct implements IResourceGroup {
  /** Environment that the group belongs to. */
  public readonly deployment: Deployment;
  /** Region of the group and of everything in it. */
  public readonly region: Region;
  /** Azure's name of the group, for `resourceGroupName`. */
  public abstract readonly name: string;
  /** Resource id of the group, for role assignments. */
  public abstract readonly id: string;

  public constructor(scope: Construct, id: string, { deployment, region }: ResourceGroupAttributes) {
    super(scope, id);
    this.deployment = deployment;
    this.region = region;
  }

  /** Azure's name of the region, for `location`. Known at synthesis, unlike the group's own attribute. */
  public get location(): string {
    return this.region.name;
  }

  /** Name of a resource in this group: abbreviation, workload, environment, region code and the given parts. */
  public nameOf(kind: NamedResource, ...parts: readonly string[]): string {
    return this.resourceName(kind, ...nameParts(this.deployment, this.region), ...parts);
  }

  /** Like {@link nameOf}, with the organization in front, for names that must be unique in all of Azure. */
  public globalNameOf(kind: NamedResource, ...parts: readonly string[]): string {
    return this.resourceName(kind, this.deployment.organization, ...nameParts(this.deployment, this.region), ...parts);
  }

  /** Tags of every resource of the environment, with those of one resource. */
  public tags(own: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      ...this.deployment.tags,
      'iris-workload': this.deployment.workload,
      'iris-environment': this.deployment.environment,
      ...own,
    };
  }

  private resourceName(kind: NamedResource, ...parts: readonly string[]): string {
    return refusingAt(this, () => resourceName(kind, ...parts));
  }
}

/** A resource group: one part of an environment in one region, deployed and deleted as a whole. */
export class ResourceGroup extends NamingResourceGroup {
  private readonly resource: AzurermResourceGroup;

  public constructor(scope: Construct, id: string, props: ResourceGroupProps) {
    super(scope, id, props);
    this.resource = new AzurermResourceGroup(this, 'Resource', {
      name: this.nameOf('resourceGroup', props.part),
      location: props.region.name,
      tags: this.tags(),
    });
  }

  /**
   * A resource group that exists.
   *
   * @throws Refusal when the id is none of a resource group.
   */
  public static fromResourceGroupId(
    scope: Construct,
    id: string,
    resourceGroupId: string,
    attributes: ResourceGroupAttributes,
  ): IResourceGroup {
    return new ExistingResourceGroup(scope, id, resourceGroupId, attributes);
  }

  /** Azure's name of the group, for `resourceGroupName`. */
  public get name(): string {
    return this.resource.name;
  }

  /** Resource id of the group, for role assignments. */
  public get id(): string {
    return this.resource.id;
  }
}

class ExistingResourceGroup extends NamingResourceGroup {
  public readonly id: string;
  public readonly name: string;

  public constructor(scope: Construct, id: string, resourceGroupId: string, attributes: ResourceGroupAttributes) {
    super(scope, id, attributes);
    this.id = resourceGroupId;
    this.name = refusingAt(this, () => parseResourceId(resourceGroupId, resourceGroupType).name);
  }
}
