export { carve, hostAddress, overlap, type SubnetSlot } from './addressing';
export { type IApplianceSubnets } from './appliance-subnets';
export { AzureFirewall, type AzureFirewallProps } from './azure-firewall';
export { Bastion, type BastionProps, type BastionSettings } from './bastion';
export { DdosProtectionPlan, type DdosProtectionPlanProps, type IDdosProtectionPlan } from './ddos-protection-plan';
export {
  applianceAddress,
  type ApplianceEgress,
  type AzureFirewallEgress,
  type Egress,
  type NatGatewayEgress,
} from './egress';
export {
  type AddressedEgress,
  defaultEgressRules,
  type EgressRule,
  type EgressRules,
  type NamedEgress,
  type OperatingSystem,
} from './egress-rules';
export { FirewallPolicy, type FirewallPolicyProps, type FirewallRules, type IFirewallPolicy } from './firewall-policy';
export { NatGateway, type NatGatewayProps } from './nat-gateway';
export { type INetwork, Network, type NetworkProps, type NetworkSettings, type PerimeterSettings } from './network';
export { NetworkStack, type NetworkStackProps } from './network-stack';
export { PlatformSubnet, type PlatformSubnetProps } from './platform-subnet';
export { ports } from './ports';
export { type IPublicIp, PublicIp, type PublicIpProps } from './public-ip';
export { RouteTable, type RouteTableProps } from './route-table';
export { type NetworkAccess, securityRules, type SecurityRulesInput, type Sources } from './security-rules';
export { type ISubnet, Subnet, type SubnetProps } from './subnet';
export {
  type ApplianceSubnetName,
  type PlatformSubnetName,
  planSubnets,
  type SubnetPlan,
  type TierName,
  tierNames,
} from './subnet-plan';
