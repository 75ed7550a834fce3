import { type Environment } from '@iris-azure/foundation';
import { clientOrigins } from '@iris-azure/network';
import { machinesAvailability, promised, type PromisedLink } from '@iris-azure/sizing';

/** What Azure promises of the ways into an environment: on each, every link is needed. */
export interface EnvironmentPromises {
  /** From users by the gateway to the mirror of what they use. */
  readonly users: readonly PromisedLink[];
  /** From direct clients, such as xDBC, to a mirror. */
  readonly directClients: readonly PromisedLink[];
}

/**
 * Chains of promises of an environment's primary region. The second region is counted for nothing: its failover is decided
 * by people. Nothing is promised of the applications, nor of the time in which a mirror fails over.
 */
export function promisesOf(environment: Environment): EnvironmentPromises {
  const { web, highAvailability, diskType } = environment;
  const machines = (what: string, count: number): PromisedLink => ({
    name: `${count} ${what}${count === 1 ? '' : 's'}`,
    availability: machinesAvailability({ count, highAvailability, diskType }),
  });
  const mirror = machines('failover member', 2);
  return {
    users: [
      ...wayIn(environment),
      promised.applicationGateway,
      machines('web server', web.count),
      ...('application' in environment ? [machines('application server', environment.application.count)] : []),
      mirror,
    ],
    directClients: [promised.loadBalancer, mirror],
  };
}

/**
 * How users reach the region: those from the internet by Traffic Manager, which leads no others; the others by ExpressRoute,
 * or by VPN where there is no circuit. A VPN that takes over from a circuit is counted for nothing.
 */
function wayIn({ access, disasterRecovery, connectivity }: Environment): readonly PromisedLink[] {
  if (clientOrigins(access.clients).internet) {
    return disasterRecovery ? [promised.trafficManager] : [];
  }
  if (connectivity?.primary?.expressRoute) {
    return [promised.expressRouteCircuit, promised.expressRouteGateway];
  }
  return connectivity?.primary?.vpn ? [promised.vpnGateway] : [];
}
