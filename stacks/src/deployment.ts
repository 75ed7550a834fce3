import { type Deployment, type Environment, findRegion } from '@iris-azure/foundation';

/** What all stacks of an environment share. */
export function deploymentOf(environment: Environment): Deployment {
  const { workload, environment: stage, organization, tags, lastsUntil, state, primary } = environment;
  return {
    workload,
    environment: stage,
    organization,
    tags: { ...tags, ...(lastsUntil !== undefined && { 'iris-lasts-until': lastsUntil }) },
    cloud: findRegion(primary.name).cloud.name,
    state: state && {
      resourceGroupName: state.resourceGroup,
      storageAccountName: state.storageAccount,
      containerName: state.container,
      subscriptionId: state.subscriptionId,
    },
  };
}
