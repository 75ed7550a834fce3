export { ApplicationGateway, type ApplicationGatewayProps } from './application-gateway';
export { Compute, type ComputeProps, type ComputeSettings } from './compute';
export { ComputeStack, type ComputeStackProps } from './compute-stack';
export { ServerTier, type ServerTierName, type ServerTierProps, type TierCapacity } from './server-tier';
export { WebApplicationFirewall, type WebApplicationFirewallProps } from './web-application-firewall';
export { WebLoadBalancer, type WebLoadBalancerProps } from './web-load-balancer';
