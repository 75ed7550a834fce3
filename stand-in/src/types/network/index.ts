import { type ResourceType } from '../../arm/resource-type';
import { applicationGateway } from './application-gateway';
import { dnsRecordSets, dnsZone } from './dns';
import { loadBalancer } from './load-balancer';
import { natGateway } from './nat-gateway';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { flowLog, networkWatcher } from './network-watcher';
import { privateDnsZone, privateStartOfAuthority, virtualNetworkLink } from './private-dns';
import { privateDnsZoneGroup, privateEndpoint } from './private-endpoint';
import { publicIpAddress } from './public-ip-address';
import { trafficManagerProfile } from './traffic-manager';
import { virtualNetwork } from './virtual-network';
import { webApplicationFirewallPolicy } from './web-application-firewall-policy';

/** Types of Microsoft.Network. */
export const networkTypes: readonly ResourceType[] = [
  applicationGateway,
  dnsZone,
  ...dnsRecordSets,
  flowLog,
  loadBalancer,
  natGateway,
  networkInterface,
  networkSecurityGroup,
  networkWatcher,
  privateDnsZone,
  privateDnsZoneGroup,
  privateEndpoint,
  privateStartOfAuthority,
  publicIpAddress,
  trafficManagerProfile,
  virtualNetwork,
  virtualNetworkLink,
  webApplicationFirewallPolicy,
];
