import { AzurermProvider, type AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { type CloudName } from './cloud';
import { Refusal } from './refusal';

/** How every provider of a stack is configured, in whatever subscription. */
export function providerConfiguration(cloud: CloudName): AzurermProviderConfig {
  return {
    environment: cloud,
    features: [
      {
        keyVault: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
        // Accounts are private: whoever deploys need not reach the data in them.
        storage: [{ dataPlaneAvailable: false }],
      },
    ],
    storageUseAzuread: true,
  };
}

/**
 * Provider of a stack for what it writes into another subscription than its own, such as the link of a network in the
 * hub's DNS zone. Whoever deploys the stack needs its roles there too.
 *
 * @returns the stack's provider for that subscription, the same one each time.
 * @throws Refusal when the subscription is not known at synthesis.
 */
export function subscriptionProvider(scope: Construct, subscriptionId: string, cloud: CloudName): AzurermProvider {
  if (Token.isUnresolved(subscriptionId)) {
    throw new Refusal(`${scope.node.path}: subscription must be known at synthesis; give the resource's id as text`);
  }
  const stack = TerraformStack.of(scope);
  const id = `Subscription-${subscriptionId}`;
  const existing = stack.node.tryFindChild(id) as AzurermProvider | undefined;
  return (
    existing ??
    new AzurermProvider(stack, id, {
      ...providerConfiguration(cloud),
      alias: `subscription-${subscriptionId}`,
      subscriptionId,
    })
  );
}
