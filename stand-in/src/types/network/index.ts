import { type ResourceType } from '../../arm/resource-type';
import { applicationGateway } from './application-gateway';
import { dnsRecordSets, dnsZone } from './dns';
import { expressRouteCircuit } from './express-route-circuit';
import { gatewayConnection } from './gateway-connection';
import { loadBalancer } from './load-balancer';
import { localNetworkGateway } from './local-network-gateway';
import { natGateway } from './nat-gateway';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { privateDnsZone, privateStartOfAuthority, virtualNetworkLink } from './private-dns';
import { privateDnsZoneGroup, privateEndpoint } from './private-endpoint';
import { publicIpAddress } from './public-ip-address';
import { trafficManagerProfile } from './traffic-manager';
import { virtualNetwork } from './virtual-network';
import { virtualNetworkGateway } from './virtual-network-gateway';
import { webApplicationFirewallPolicy } from './web-application-firewall-policy';

/** Types of Microsoft.Network. */
export const networkTypes: readonly ResourceType[] = [
  applicationGateway,
  dnsZone,
  ...dnsRecordSets,
  expressRouteCircuit,
  gatewayConnection,
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
  trafficManagerProfile,
  virtualNetwork,
  virtualNetworkGateway,
  virtualNetworkLink,
  webApplicationFirewallPolicy,
];
