export { Arbiter, type ArbiterProps } from './arbiter';
export { Mirror, type MirrorProps, type MirrorSettings } from './mirror';
export { MirrorLoadBalancer, type MirrorLoadBalancerProps } from './mirror-load-balancer';
export { MirrorMember, type MirrorMemberProps, type MirrorRole } from './mirror-member';
export { MirrorStack, type MirrorStackProps } from './mirror-stack';
export { layOutVolumes, type MirrorVolumes } from './volumes';
