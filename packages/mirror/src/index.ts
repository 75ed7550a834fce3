export { type MirrorAddresses, mirrorAddresses } from './addresses';
export { Arbiter, type ArbiterProps } from './arbiter';
export { Mirror, type MirrorProps, type MirrorSettings } from './mirror';
export { MirrorLoadBalancer, type MirrorLoadBalancerProps } from './mirror-load-balancer';
export { MirrorMember, type MirrorMemberProps } from './mirror-member';
export { mirrorPart, type MirrorPlace, onlyMirror } from './mirror-place';
export { type MirrorRole } from './mirror-role';
export { type PlannedSettings, plannedSettings } from './planned-settings';
export { MirrorStack, type MirrorStackProps } from './mirror-stack';
