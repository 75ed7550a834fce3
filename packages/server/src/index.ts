export { Administrator, type AdministratorProps, type IAdministrator, sshPublicKeyVariable } from './administrator';
export { AvailabilitySet, type AvailabilitySetProps, type IAvailabilitySet } from './availability-set';
export { DataDisk, type DataDiskProps, type DataDiskSpec, maxCachedGib } from './data-disk';
export {
  type Frontend,
  type HealthProbe,
  LoadBalancer,
  loadBalancerAddress,
  type LoadBalancerProps,
} from './load-balancer';
export { type IServer, type MarketplaceImage, Server, type ServerEnvironment, type ServerProps } from './server';
