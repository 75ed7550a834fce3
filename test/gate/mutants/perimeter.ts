import { omit, refer, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  availabilitySet,
  azureFirewall,
  azureFirewallPolicy,
  bastionHost,
  loadBalancer,
  networkInterface,
  poolAssociation,
  routeTable,
  routeTableAssociation,
  rule,
  subnet,
  virtualMachine,
  virtualNetwork,
} from './places';

const firewall = azureFirewall('network', 'Network/Firewall/Resource');
const policy = azureFirewallPolicy('network', 'Network/FirewallPolicy/Resource');
const webSubnet = subnet('network', 'Network/Web/Resource');
const bastionSubnet = subnet('network', 'Network/BastionSubnet/Resource');
const healthShare = 'healthshare-prod';
const inAppliance = 'FirewallAppliance';

/** A mutant for each rule of the family `network` on firewalls, ways out, Bastions and denial of service. */
export const perimeter: readonly Mutant[] = [
  {
    rule: 'IRIS-NET-021',
    when: 'a firewall is of tier Standard',
    at: firewall,
    change: set('sku_tier', 'Standard'),
  },
  {
    rule: 'IRIS-NET-022',
    when: 'intrusion detection only alerts',
    at: policy,
    change: within('intrusion_detection', set('mode', 'Alert')),
  },
  {
    rule: 'IRIS-NET-023',
    when: 'threat intelligence is left to its default',
    at: policy,
    change: omit('threat_intelligence_mode'),
  },
  {
    rule: 'IRIS-NET-024',
    when: 'a firewall is in one zone',
    at: firewall,
    change: set('zones', ['1']),
  },
  {
    rule: 'IRIS-NET-025',
    when: 'web servers have no way out',
    at: routeTableAssociation('network', 'Network/Web/RouteTableAssociation', healthShare),
    change: refer('subnet_id', subnet('network', 'Network/Appliance/Trust/Resource', healthShare)),
    failsAt: subnet('network', 'Network/Web/Resource', healthShare),
  },
  {
    rule: 'IRIS-NET-026',
    when: 'default routes lead past the firewalls',
    at: routeTable('network', 'Network/RouteTable/Resource', healthShare),
    change: within('route', set('next_hop_in_ip_address', '10.60.6.99')),
  },
  {
    rule: 'IRIS-NET-027',
    when: 'a Bastion has a route table',
    at: routeTableAssociation('network', 'Network/Management/RouteTableAssociation'),
    change: refer('subnet_id', bastionSubnet),
    failsAt: bastionSubnet,
  },
  {
    rule: 'IRIS-NET-028',
    when: 'the load balancer of firewalls hands on TLS alone',
    at: rule('appliance', `${inAppliance}/InternalLoadBalancer/Rule`, healthShare),
    change: set('protocol', 'Tcp'),
  },
  {
    rule: 'IRIS-NET-029',
    when: 'a firewall is not behind the load balancer of the inner side',
    at: poolAssociation('appliance', `${inAppliance}/InternalLoadBalancer/Firewall1Association`, healthShare),
    change: refer('network_interface_id', networkInterface('appliance', `${inAppliance}/Firewall0/Trust`, healthShare)),
    failsAt: virtualMachine('appliance', `${inAppliance}/Firewall1/Resource`, healthShare),
  },
  {
    rule: 'IRIS-NET-030',
    when: 'a web server forwards what is not for itself',
    at: networkInterface('compute', 'Compute/Web/Server0/NetworkInterface'),
    change: set('ip_forwarding_enabled', true),
  },
  {
    rule: 'IRIS-NET-031',
    when: 'firewalls share a fault domain',
    at: availabilitySet('appliance', `${inAppliance}/AvailabilitySet/Resource`, healthShare),
    change: set('platform_fault_domain_count', 1),
    failsAt: loadBalancer('appliance', `${inAppliance}/InternalLoadBalancer/Resource`, healthShare),
  },
  {
    rule: 'IRIS-NET-032',
    when: 'a network that serves the internet is under no plan',
    at: virtualNetwork('network', 'Network/VirtualNetwork'),
    change: omit('ddos_protection_plan'),
  },
  {
    rule: 'IRIS-NET-033',
    when: 'a Bastion hands out links',
    at: bastionHost('network', 'Network/Bastion/Resource'),
    change: set('shareable_link_enabled', true),
  },
  {
    rule: 'IRIS-NET-034',
    when: 'a subnet has default outbound access',
    at: webSubnet,
    change: set('default_outbound_access_enabled', true),
  },
  {
    rule: 'IRIS-NET-035',
    when: 'web servers behind a firewall are reached by a public load balancer',
    at: loadBalancer('compute', 'Compute/InternalLoadBalancer/Resource'),
    change: set('frontend_ip_configuration', [{ name: 'web', public_ip_address_id: '/subscriptions/s/pip' }]),
  },
];
