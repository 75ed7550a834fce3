import { type MetricAlertSpec } from '../metric-alert';

/** Alerts of an Application Gateway. */
export const applicationGatewayAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'NoHealthyHostAlert',
    name: 'no-healthy-host',
    severity: 0,
    meaning: 'No web server answers the probe of the Application Gateway: users get 502.',
    whatToDo:
      "See the reason under the gateway's backend health. When it is the same for all servers, look at the certificate of the " +
      'web servers and at the mirror first.',
    namespace: 'Microsoft.Network/applicationGateways',
    condition: { metric: 'HealthyHostCount', aggregation: 'Average', operator: 'LessThan', threshold: 1 },
    whereServing: true,
  },
  {
    id: 'UnhealthyHostAlert',
    name: 'unhealthy-host',
    severity: 2,
    meaning: 'Some web server does not answer the probe of the Application Gateway: the others carry its share.',
    whatToDo: "See which one and why under the gateway's backend health.",
    namespace: 'Microsoft.Network/applicationGateways',
    condition: { metric: 'UnhealthyHostCount', aggregation: 'Average', operator: 'GreaterThan', threshold: 0 },
    window: 'PT15M',
    frequency: 'PT5M',
    whereServing: true,
  },
];

/** Alerts of a Traffic Manager profile. */
export const trafficManagerAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'AllDegradedAlert',
    name: 'all-degraded',
    severity: 0,
    meaning:
      'No region answers as the one that has the primary: Traffic Manager returns all end points, and users reach either.',
    whatToDo:
      'If the primary region is lost, promote the DR async member by the runbook for a disaster. Else look at the ' +
      'Application Gateway of the region that has the primary.',
    namespace: 'Microsoft.Network/trafficManagerProfiles',
    // 1 for an end point that is up. The other region's is down until promotion, so the greatest of all tells.
    condition: {
      metric: 'ProbeAgentCurrentEndpointStateByProfileResourceId',
      aggregation: 'Maximum',
      operator: 'LessThan',
      threshold: 1,
    },
  },
];

/** Alerts of a NAT gateway. */
export const natGatewayAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'DatapathAlert',
    name: 'datapath',
    severity: 1,
    meaning: 'The NAT gateway does not forward: servers reach nothing outside of the network.',
    whatToDo: "Look at the gateway's resource health. Backups, agents and updates wait; users are not affected.",
    namespace: 'Microsoft.Network/natGateways',
    condition: { metric: 'DatapathAvailability', aggregation: 'Average', operator: 'LessThan', threshold: 90 },
  },
];

/** Alerts of an Azure Firewall. */
export const firewallAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'HealthAlert',
    name: 'health',
    severity: 1,
    meaning: 'The firewall is degraded.',
    whatToDo: 'Look at SNAT port use first: more public addresses give more ports. Else ask Azure support.',
    namespace: 'Microsoft.Network/azureFirewalls',
    condition: { metric: 'FirewallHealth', aggregation: 'Average', operator: 'LessThan', threshold: 90 },
  },
  {
    id: 'SnatPortsAlert',
    name: 'snat-ports',
    severity: 2,
    meaning: 'The firewall has used more than 80 % of its ports for connections to the outside.',
    whatToDo: 'Add a public address to the firewall, and see who opens so many connections.',
    namespace: 'Microsoft.Network/azureFirewalls',
    condition: { metric: 'SNATPortUtilization', aggregation: 'Average', operator: 'GreaterThan', threshold: 80 },
    window: 'PT15M',
    frequency: 'PT5M',
  },
];

/** Alerts of a VPN gateway with BGP. */
export const vpnGatewayAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'BgpPeerAlert',
    name: 'bgp-peer',
    severity: 1,
    meaning: 'A BGP peer behind the VPN gateway is down: its tunnel or its router is.',
    whatToDo: "See the connection's status and the log IKEDiagnosticLog, then the other side's router.",
    namespace: 'Microsoft.Network/virtualNetworkGateways',
    condition: {
      metric: 'BgpPeerStatus',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 1,
      dimensions: [{ name: 'BgpPeerAddress', values: ['*'] }],
    },
  },
];

/** Alerts of an ExpressRoute gateway. */
export const expressRouteGatewayAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'CpuAlert',
    name: 'cpu',
    severity: 2,
    meaning: 'The ExpressRoute gateway has used more than 80 % of its processors for a quarter of an hour.',
    whatToDo: 'Take the next SKU of the gateway.',
    namespace: 'Microsoft.Network/virtualNetworkGateways',
    condition: {
      metric: 'ExpressRouteGatewayCpuUtilization',
      aggregation: 'Average',
      operator: 'GreaterThan',
      threshold: 80,
    },
    window: 'PT15M',
    frequency: 'PT5M',
  },
];

/** Alerts of an ExpressRoute circuit. */
export const expressRouteCircuitAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'ArpAlert',
    name: 'arp',
    severity: 1,
    meaning: "Microsoft's edge does not see the provider's router on one of the circuit's two links.",
    whatToDo: 'Compare the metric by Peer to see which link, and call the provider with the service key.',
    namespace: 'Microsoft.Network/expressRouteCircuits',
    condition: {
      metric: 'ArpAvailability',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 90,
      dimensions: [{ name: 'Peer', values: ['*'] }],
    },
  },
  {
    id: 'BgpAlert',
    name: 'bgp',
    severity: 1,
    meaning: "The BGP session on one of the circuit's two links is down.",
    whatToDo: 'When ARP is in order, it is the routing on the other side: call the provider or the network team.',
    namespace: 'Microsoft.Network/expressRouteCircuits',
    condition: {
      metric: 'BgpAvailability',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 90,
      dimensions: [{ name: 'Peer', values: ['*'] }],
    },
  },
];

/** Alerts of a public address. */
export const publicIpAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'AttackAlert',
    name: 'attack',
    severity: 1,
    meaning: 'A public address is under attack, and DDoS protection is at work.',
    whatToDo: 'See the mitigation report in the log of the address. If users suffer, call DDoS Rapid Response.',
    namespace: 'Microsoft.Network/publicIPAddresses',
    condition: { metric: 'IfUnderDDoSAttack', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 0 },
  },
];
