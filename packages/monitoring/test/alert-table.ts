import { loadBalancerAlerts, mirrorAlerts } from '../src/alerts/load-balancer-alerts';
import { logAlerts } from '../src/alerts/log-alerts';
import {
  applicationGatewayAlerts,
  expressRouteCircuitAlerts,
  expressRouteGatewayAlerts,
  firewallAlerts,
  natGatewayAlerts,
  publicIpAlerts,
  trafficManagerAlerts,
  vpnGatewayAlerts,
} from '../src/alerts/network-alerts';
import { serverAlerts } from '../src/alerts/server-alerts';
import { automationAlerts, keyVaultAlerts } from '../src/alerts/service-alerts';
import { type MetricAlertSpec } from '../src/metric-alert';

const metricAlerts: Readonly<Record<string, readonly MetricAlertSpec[]>> = {
  'load balancer of a mirror': mirrorAlerts,
  'other load balancers': loadBalancerAlerts,
  'Application Gateway': applicationGatewayAlerts,
  'Traffic Manager': trafficManagerAlerts,
  servers: serverAlerts,
  'Key Vault': keyVaultAlerts,
  'Automation account': automationAlerts,
  'NAT gateway': natGatewayAlerts,
  'Azure Firewall': firewallAlerts,
  'VPN gateway with BGP': vpnGatewayAlerts,
  'ExpressRoute gateway': expressRouteGatewayAlerts,
  'ExpressRoute circuit': expressRouteCircuitAlerts,
  'public address': publicIpAlerts,
};

const signs = { LessThan: '<', LessThanOrEqual: '≤', GreaterThan: '>', GreaterThanOrEqual: '≥' } as const;

/** Cells of the rows that docs/monitoring.md has of alerts on metrics. */
export function metricAlertRows(): readonly (readonly string[])[] {
  return Object.entries(metricAlerts).flatMap(([watched, specs]) =>
    specs.map(({ name, severity, condition, window = 'PT5M', meaning, whatToDo }) => [
      watched,
      `\`${name}\``,
      String(severity),
      `${condition.metric} ${signs[condition.operator]} ${condition.threshold}`,
      window,
      meaning,
      whatToDo,
    ]),
  );
}

/** Cells of the rows that docs/monitoring.md has of alerts on logs. */
export function logAlertRows(): readonly (readonly string[])[] {
  return logAlerts.map(({ name, severity, meaning, whatToDo }) => [`\`${name}\``, String(severity), meaning, whatToDo]);
}
