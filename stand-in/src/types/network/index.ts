import { type ResourceType } from '../../arm/resource-type';
import { applicationGateway } from './application-gateway';
import { azureFirewall } from './azure-firewall';
import { bastionHost } from './bastion-host';
import { ddosProtectionPlan } from './ddos-protection-plan';
import { dnsRecordSets, dnsZone } from './dns';
import { expressRouteCircuit } from './express-route-circuit';
import { gatewayConnection } from './gateway-connection';
import { firewallPolicy, firewallPolicyRuleCollectionGroup } from './firewall-policy';
import { loadBalancer } from './load-balancer';
import { localNetworkGateway } from './local-network-gateway';
import { natGateway } from './nat-gateway';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { privateDnsZone, privateStartOfAuthority, virtualNetworkLink } from './private-dns';
import { privateDnsZoneGroup, privateEndpoint } from './private-endpoint';
import { publicIpAddress } from './public-ip-address';
import { routeTable } from './route-table';
import { trafficManagerProfile } from './traffic-manager';
import { virtualNetwork } from './virtual-network';
import { virtualNetworkGateway } from './virtual-network-gateway';
import { webApplicationFirewallPolicy } from './web-application-firewall-policy';

/** Types of Microsoft.Network. */
export const networkTypes: readonly ResourceType[] = [
  applicationGateway,
  azureFirewall,
  bastionHost,
  ddosProtectionPlan,
  dnsZone,
  ...dnsRecordSets,
  expressRouteCircuit,
  gatewayConnection,
  firewallPolicy,
  firewallPolicyRuleCollectionGroup,
  loadBalancer,
  localNetworkGateway,
  natGateway,
  networkInterface,
  networkSecurityGroup,
  privateDnsZone,
  privateDnsZoneGroup,
  privateEndpoint,
  privateStartOfAuthority,
  publicIpAddress,
  routeTable,
  trafficManagerProfile,
  virtualNetwork,
  virtualNetworkGateway,
  virtualNetworkLink,
  webApplicationFirewallPolicy,
];
