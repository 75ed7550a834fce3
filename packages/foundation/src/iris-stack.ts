import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { AzurermBackend, TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { type Deployment, stackName } from './deployment';
import { providerConfiguration } from './subscription-provider';

/** Properties of {@link IrisStack}. */
export interface IrisStackProps {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
}

/**
 * One part of an environment with a Terraform state of its own, named `<workload>-<environment>-<part>`.
 *
 * Subscription and credentials are Terraform's to find (`ARM_SUBSCRIPTION_ID`, Azure CLI, OIDC), so that the same
 * synthesized files serve every pipeline and hold no secret.
 */
export class IrisStack extends TerraformStack {
  public constructor(scope: Construct, part: string, { deployment }: IrisStackProps) {
    super(scope, stackName(deployment, part));
    const { cloud = 'public', state } = deployment;
    new AzurermProvider(this, 'Azurerm', providerConfiguration(cloud));
    if (state) {
      new AzurermBackend(this, { ...state, key: `${this.node.id}.tfstate`, environment: cloud, useAzureadAuth: true });
    }
  }
}
