export { type Cloud, type CloudName, clouds } from './cloud';
export { type Deployment, nameParts, stackName } from './deployment';
export { parseEnvironment, readEnvironment } from './environment/environment';
export { type Environment, type EnvironmentOf, type ProductName, productNames } from './environment/blueprints';
export { environmentSchema } from './environment/environment-schema';
export { type ExistingNetworkValues, type ExistingZoneValues } from './environment/existing-schema';
export { type MonitoringValues } from './environment/monitoring-schema';
export { type MirrorValues } from './environment/mirror-schema';
export { readStateValues, type StateValues } from './environment/state-values';
export { EnvironmentError } from './environment/values-file';
export { ExistingResource } from './existing-resource';
export { inStackOf } from './in-stack-of';
export { IrisStack, type IrisStackProps } from './iris-stack';
export { type NamedResource, resourceName } from './names';
export { Refusal, refusingAt } from './refusal';
export { allZones, findRegion, type Region, type RegionName, regionNames } from './region';
export {
  type IResourceGroup,
  ResourceGroup,
  type ResourceGroupAttributes,
  type ResourceGroupProps,
} from './resource-group';
export { parseResourceId, type ResourceId } from './resource-id';
export { type StateStorage } from './state-storage';
export { subscriptionProvider } from './subscription-provider';
