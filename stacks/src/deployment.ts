import { type Deployment, type Environment } from '@iris-azure/foundation';

/** What all stacks of an environment share. */
export function deploymentOf(environment: Environment): Deployment {
  const { workload, environment: stage, organization, tags } = environment;
  return { workload, environment: stage, organization, tags };
}
