/** Metrics of a type of resource, each with its dimensions. */
type Metrics = Readonly<Record<string, readonly string[]>>;

/**
 * Metrics on which this architecture has alerts, by type, in lower case.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index
 */
const metrics: Readonly<Record<string, Metrics>> = {
  'microsoft.automation/automationaccounts': { TotalJob: ['Runbook', 'Status'] },
  'microsoft.compute/virtualmachines': {
    'Available Memory Percentage': [],
    'Data Disk Bandwidth Consumed Percentage': ['LUN'],
    'Data Disk IOPS Consumed Percentage': ['LUN'],
    'OS Disk Queue Depth': [],
    'Percentage CPU': [],
    'VM Uncached Bandwidth Consumed Percentage': [],
    VmAvailabilityMetric: ['Context'],
  },
  'microsoft.keyvault/vaults': {
    Availability: ['ActivityName', 'ActivityType', 'StatusCode', 'StatusCodeClass'],
    SaturationShoebox: ['ActivityName', 'ActivityType', 'TransactionType'],
  },
  'microsoft.network/applicationgateways': {
    HealthyHostCount: ['BackendSettingsPool'],
    UnhealthyHostCount: ['BackendSettingsPool'],
  },
  'microsoft.network/azurefirewalls': {
    FirewallHealth: ['Reason', 'Status'],
    SNATPortUtilization: ['Protocol'],
  },
  'microsoft.network/expressroutecircuits': {
    ArpAvailability: ['Peer', 'PeeringType'],
    BgpAvailability: ['Peer', 'PeeringType'],
  },
  'microsoft.network/loadbalancers': {
    DipAvailability: ['BackendIPAddress', 'BackendPort', 'FrontendIPAddress', 'FrontendPort', 'ProtocolType'],
  },
  'microsoft.network/natgateways': { DatapathAvailability: [] },
  'microsoft.network/publicipaddresses': { IfUnderDDoSAttack: [] },
  'microsoft.network/trafficmanagerprofiles': { ProbeAgentCurrentEndpointStateByProfileResourceId: ['EndpointName'] },
  'microsoft.network/virtualnetworkgateways': {
    BgpPeerStatus: ['BgpPeerAddress', 'Instance'],
    ExpressRouteGatewayCpuUtilization: ['roleInstance'],
  },
};

/** Dimensions of a metric; nothing when the type has no such metric. */
export function dimensionsOf(namespace: string, metric: string): readonly string[] | undefined {
  return metrics[namespace.toLowerCase()]?.[metric];
}
