import { type MetricAlertSpec } from '../metric-alert';
import { loadBalancerAlerts, mirrorAlerts } from './load-balancer-alerts';
import {
  applicationGatewayAlerts,
  expressRouteCircuitAlerts,
  expressRouteGatewayAlerts,
  firewallAlerts,
  natGatewayAlerts,
  publicIpAlerts,
  trafficManagerAlerts,
  vpnGatewayAlerts,
} from './network-alerts';
import { automationAlerts, keyVaultAlerts } from './service-alerts';

/** What of a resource decides which alerts it has. */
export interface WatchedResource {
  /** Terraform's type, for example `azurerm_lb`. */
  readonly terraformResourceType: string;
  /** Tags that were given to it. */
  readonly tagsInput?: Readonly<Record<string, string>>;
  /** Kind of a virtual network gateway. */
  readonly typeInput?: string;
  /** Whether a VPN gateway speaks BGP. */
  readonly enableBgpInput?: unknown;
}

/** Alerts of each type of resource, machines aside: of those a whole stack shares them. */
const alertsByType: Readonly<Record<string, (resource: WatchedResource) => readonly MetricAlertSpec[]>> = {
  azurerm_application_gateway: () => applicationGatewayAlerts,
  azurerm_automation_account: () => automationAlerts,
  azurerm_express_route_circuit: () => expressRouteCircuitAlerts,
  azurerm_firewall: () => firewallAlerts,
  azurerm_key_vault: () => keyVaultAlerts,
  azurerm_lb: ({ tagsInput }) => alertsOfLoadBalancer(tagsInput?.['iris-endpoint']),
  azurerm_nat_gateway: () => natGatewayAlerts,
  azurerm_public_ip: () => publicIpAlerts,
  azurerm_traffic_manager_profile: () => trafficManagerAlerts,
  azurerm_virtual_network_gateway: ({ typeInput, enableBgpInput }) => {
    if (typeInput === 'ExpressRoute') {
      return expressRouteGatewayAlerts;
    }
    return enableBgpInput === true ? vpnGatewayAlerts : [];
  },
};

/** Alerts of a resource on metrics of its own. */
export function alertsOf(resource: WatchedResource): readonly MetricAlertSpec[] {
  return alertsByType[resource.terraformResourceType]?.(resource) ?? [];
}

function alertsOfLoadBalancer(endpoint = ''): readonly MetricAlertSpec[] {
  if (endpoint === 'mirror') {
    return mirrorAlerts;
  }
  // A firewall forwards in both regions at all times.
  return endpoint.startsWith('firewall')
    ? loadBalancerAlerts.map((spec) => ({ ...spec, whereServing: false }))
    : loadBalancerAlerts;
}
