export type { AnsweredRequest } from './app';
export type { JsonObject } from './arm/json';
export type { Resource } from './arm/resource';
export { type FaultKind, faultKinds, type FaultPlan, type Faults, type FaultyRequest } from './faults';
export { type ExistingResource, type StandIn, startStandIn, type StandInOptions } from './stand-in';
