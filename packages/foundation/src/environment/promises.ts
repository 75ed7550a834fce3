import { type Environment } from './blueprints';
import { machinesAvailability, promised, type PromisedLink } from '../sla';

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
  const { web, disasterRecovery, highAvailability, diskType } = environment;
  const machines = (what: string, count: number): PromisedLink => ({
    name: `${count} ${what}${count === 1 ? '' : 's'}`,
    availability: machinesAvailability({ count, highAvailability, diskType }),
  });
  const mirror = machines('failover member', 2);
  return {
    users: [
      ...(disasterRecovery ? [promised.trafficManager] : []),
      promised.applicationGateway,
      machines('web server', web.count),
      ...('application' in environment ? [machines('application server', environment.application.count)] : []),
      mirror,
    ],
    directClients: [promised.loadBalancer, mirror],
  };
}
