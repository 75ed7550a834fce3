export { computeShare, tierShare } from './capacity';
export { DisasterRecovery, type DisasterRecoveryProps, type DisasterRecoverySettings } from './disaster-recovery';
export { DisasterRecoveryMirror, type DisasterRecoveryMirrorProps } from './dr-mirror';
export { DrStack, type DrStackProps } from './dr-stack';
export { NetworkPeering, type NetworkPeeringProps } from './network-peering';
export { TrafficManager, type TrafficManagerProps } from './traffic-manager';
export { type PublicDnsZone, VanityRecord, type VanityRecordProps } from './vanity-record';
