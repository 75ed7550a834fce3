import { type IResourceGroup } from '@iris-azure/foundation';
import { NetworkDdosProtectionPlan } from '@cdktf/provider-azurerm/lib/network-ddos-protection-plan';
import { Construct } from 'constructs';

/** What a network needs of the plan that protects it. */
export interface IDdosProtectionPlan {
  /** Resource id of the plan. */
  readonly id: string;
}

/** Properties of {@link DdosProtectionPlan}. */
export interface DdosProtectionPlanProps {
  /** Resource group of the plan. */
  readonly resourceGroup: IResourceGroup;
}

/**
 * Protection of public addresses against denial of service. One plan does for every network, region and subscription of a
 * tenant and is paid for as such: use that of your tenant ({@link fromDdosProtectionPlanId}) if there is one.
 *
 * @see https://learn.microsoft.com/azure/ddos-protection/ddos-protection-sku-comparison
 */
export class DdosProtectionPlan extends Construct implements IDdosProtectionPlan {
  private readonly resource: NetworkDdosProtectionPlan;

  public constructor(scope: Construct, id: string, { resourceGroup }: DdosProtectionPlanProps) {
    super(scope, id);
    this.resource = new NetworkDdosProtectionPlan(this, 'Resource', {
      name: resourceGroup.nameOf('ddosProtectionPlan'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      tags: resourceGroup.tags(),
    });
  }

  /** A plan that exists, of any subscription of the tenant. */
  public static fromDdosProtectionPlanId(scope: Construct, id: string, planId: string): IDdosProtectionPlan {
    return new ImportedDdosProtectionPlan(scope, id, planId);
  }

  /** Resource id of the plan. */
  public get id(): string {
    return this.resource.id;
  }
}

class ImportedDdosProtectionPlan extends Construct implements IDdosProtectionPlan {
  public constructor(
    scope: Construct,
    id: string,
    public readonly planId: string,
  ) {
    super(scope, id);
  }

  public get id(): string {
    return this.planId;
  }
}
