import { type ResourceType } from '../../arm/resource-type';
import { loadBalancer } from './load-balancer';
import { natGateway } from './nat-gateway';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { privateDnsZone, privateStartOfAuthority, virtualNetworkLink } from './private-dns';
import { privateDnsZoneGroup, privateEndpoint } from './private-endpoint';
import { publicIpAddress } from './public-ip-address';
import { virtualNetwork } from './virtual-network';

/** Types of Microsoft.Network. */
export const networkTypes: readonly ResourceType[] = [
  loadBalancer,
  natGateway,
  networkInterface,
  networkSecurityGroup,
  privateDnsZone,
  privateDnsZoneGroup,
  privateEndpoint,
  privateStartOfAuthority,
  publicIpAddress,
  virtualNetwork,
  virtualNetworkLink,
];
