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
export { carve, hostAddress, lastHostAddress, overlap, type SubnetSlot } from './addressing';
export { type CircuitReach, type CircuitTier, circuitTiers } from './circuit-reach';
export { type ClientOrigins, clientOrigins } from './client-origins';
export { Connectivity, type ConnectivityProps, type ConnectivitySettings } from './connectivity';
export { type NetworkAttributes } from './existing-network';
export { type CircuitAttributes } from './existing-circuit';
export {
  type ExistingCircuitSettings,
  ExpressRoute,
  type ExpressRouteProps,
  type ExpressRouteSettings,
  type IExpressRoute,
} from './express-route';
export {
  circuitBandwidthsMbps,
  type CircuitSettings,
  ExpressRouteCircuit,
  type ExpressRouteCircuitProps,
  type IExpressRouteCircuit,
} from './express-route-circuit';
export { ExpressRouteConnection, type ExpressRouteConnectionProps, routingWeights } from './express-route-connection';
export {
  ExpressRouteCrossConnections,
  type ExpressRouteCrossConnectionsProps,
} from './express-route-cross-connections';
export {
  ExpressRouteGateway,
  expressRouteGatewayCircuits,
  type ExpressRouteGatewayProps,
  type ExpressRouteGatewaySku,
} from './express-route-gateway';
export { GatewaySubnet, type GatewaySubnetProps } from './gateway-subnet';
export { type IpsecChoices } from './ipsec-policy';
export {
  type BgpPeer,
  LocalNetworkGateway,
  type LocalNetworkGatewayProps,
  type VpnDevice,
} from './local-network-gateway';
export { NatGateway, type NatGatewayProps } from './nat-gateway';
export { type INetwork, Network, type NetworkProps, type NetworkSettings, type PerimeterSettings } from './network';
export { NetworkStack, type NetworkStackProps } from './network-stack';
export { PlatformSubnet, type PlatformSubnetProps } from './platform-subnet';
export { ports } from './ports';
export {
  type ExistingPrivateDnsZoneOptions,
  type IPrivateDnsZone,
  PrivateDnsZone,
  type PrivateDnsZoneProps,
} from './private-dns-zone';
export { type PrivatePeering } from './private-peering';
export { type IPublicIp, PublicIp, type PublicIpProps } from './public-ip';
export { RouteTable, type RouteTableProps } from './route-table';
export {
  type ApplianceSubnetName,
  type PlatformSubnetName,
  planSubnets,
  type SubnetPlan,
  type TierName,
  tierNames,
} from './subnet-plan';
export {
  type BackendTls,
  type NetworkAccess,
  securityRules,
  type SecurityRulesInput,
  type Sources,
} from './security-rules';
export { SiteToSite, type SiteToSiteProps, type VpnSettings } from './site-to-site';
export { type ISubnet, Subnet, type SubnetProps } from './subnet';
export { VpnConnection, type VpnConnectionProps, type VpnSite } from './vpn-connection';
export {
  type IVirtualNetworkGateway,
  VpnGateway,
  type VpnGatewayProps,
  type VpnGatewaySku,
  vpnGatewaySkus,
} from './vpn-gateway';
