export { Administrator, type AdministratorProps, type IAdministrator, sshPublicKeyVariable } from './administrator';
export { AvailabilitySet, type AvailabilitySetProps, type IAvailabilitySet } from './availability-set';
export { CapacityReservation, type CapacityReservationProps } from './capacity-reservation';
export {
  CapacityReservationGroup,
  type CapacityReservationGroupProps,
  type ICapacityReservationGroup,
} from './capacity-reservation-group';
export { DataDisk, type DataDiskProps } from './data-disk';
export { type Frontend, type HealthProbe, LoadBalancer, type LoadBalancerProps } from './load-balancer';
export { type HighAvailability, type Placement, spread, type SpreadProps } from './placement';
export { type IServer, type MarketplaceImage, Server, type ServerEnvironment, type ServerProps } from './server';
