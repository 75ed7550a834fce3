import { type Environment } from '@iris-azure/foundation';
import { type ExistingResource } from '@iris-azure/stand-in';

/** What an environment takes for granted in its subscription: it names it, and none of its stacks makes it. */
export function prerequisites(environment: Environment): readonly ExistingResource[] {
  return [...dnsZoneOf(environment), ...networkWatchersOf(environment)];
}

function dnsZoneOf({ dnsZone, primary }: Environment): readonly ExistingResource[] {
  if (!dnsZone) {
    return [];
  }
  const group = `/resourceGroups/${dnsZone.resourceGroup}`;
  return [
    { id: group, body: { location: primary.name } },
    { id: `${group}/providers/Microsoft.Network/dnsZones/${dnsZone.name}`, body: { location: 'global' } },
  ];
}

/** Azure makes one in each region, with the first virtual network of a subscription. */
function networkWatchersOf({ primary, disasterRecovery, monitoring }: Environment): readonly ExistingResource[] {
  if (!monitoring) {
    return [];
  }
  const group = '/resourceGroups/NetworkWatcherRG';
  return [
    { id: group, body: { location: primary.name } },
    ...[primary, ...(disasterRecovery ? [disasterRecovery] : [])].map(({ name }) => ({
      id: `${group}/providers/Microsoft.Network/networkWatchers/NetworkWatcher_${name}`,
      body: { location: name },
    })),
  ];
}
