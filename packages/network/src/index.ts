export { carve, hostAddress, overlap, type SubnetSlot } from './addressing';
export { NatGateway, type NatGatewayProps } from './nat-gateway';
export { type INetwork, Network, type NetworkProps, type NetworkSettings } from './network';
export { NetworkStack, type NetworkStackProps } from './network-stack';
export { ports } from './ports';
export { type IPublicIp, PublicIp, type PublicIpProps } from './public-ip';
export { type NetworkAccess, securityRules, type SecurityRulesInput, type Sources } from './security-rules';
export { type ISubnet, Subnet, type SubnetProps } from './subnet';
export { type PlatformSubnetName, planSubnets, type SubnetPlan, type TierName, tierNames } from './subnet-plan';
