export { type Deployment, nameParts, stackName } from './deployment';
export { EnvironmentError, parseEnvironment, readEnvironment } from './environment';
export { type Environment, environmentSchema } from './environment-schema';
export { IrisStack, type IrisStackProps } from './iris-stack';
export { type NamedResource, resourceName } from './names';
export { Refusal, refusingAt } from './refusal';
export { findRegion, type Region, type RegionName, regionNames } from './region';
export { type IResourceGroup, ResourceGroup, type ResourceGroupProps } from './resource-group';
