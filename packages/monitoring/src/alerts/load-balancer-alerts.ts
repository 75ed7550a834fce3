import { type MetricAlertSpec } from '../metric-alert';

const namespace = 'Microsoft.Network/loadBalancers';

/** Share of probes that were answered with 200, in percent, over all servers behind the load balancer. */
const answered = { metric: 'DipAvailability', aggregation: 'Average' } as const;

/**
 * Alerts of a mirror's load balancer. Of two failover members exactly one answers the probe, so in order is 50 %: 0 when
 * none is primary, 100 when both say that they are. A failover takes less than half of the five minutes.
 */
export const mirrorAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'NoPrimaryAlert',
    name: 'no-primary',
    severity: 0,
    meaning: 'No member of the mirror has answered as primary for most of five minutes: its databases serve nobody.',
    whatToDo:
      'Sign in to both members: run `iris list` and look at the mirror monitor (^MIRROR) and messages.log. If both members ' +
      'are gone, promote the DR async member by the runbook for a disaster.',
    namespace,
    condition: { ...answered, operator: 'LessThan', threshold: 25 },
    whereServing: true,
  },
  {
    id: 'TwoPrimariesAlert',
    name: 'two-primaries',
    severity: 0,
    meaning: 'Both members of the mirror have answered as primary for most of five minutes.',
    whatToDo:
      'Stop the web server of the member that ^MIRROR does not show as primary, then find out why its status page answers ' +
      '200: most often its Web Gateway is mirror-aware, or serves another page at that path.',
    namespace,
    condition: { ...answered, operator: 'GreaterThan', threshold: 75 },
    whereServing: true,
  },
];

/** Alerts of every other load balancer: all servers behind it answer its probe. */
export const loadBalancerAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'NoServerAlert',
    name: 'no-server',
    severity: 0,
    meaning: 'No server behind the load balancer answers its probe: it forwards nothing.',
    whatToDo: 'Look at the health page of each server from the management subnet, then at what all of them depend on.',
    namespace,
    condition: { ...answered, operator: 'LessThan', threshold: 1 },
    whereServing: true,
  },
  {
    id: 'ServerOutAlert',
    name: 'server-out',
    severity: 2,
    meaning: 'Some server behind the load balancer does not answer its probe: the others carry its share.',
    whatToDo: 'Split the metric by BackendIPAddress to see which one, and look at its health page and its web server.',
    namespace,
    condition: { ...answered, operator: 'LessThan', threshold: 90 },
    window: 'PT15M',
    frequency: 'PT5M',
    whereServing: true,
  },
];
