import { type Environment } from '@iris-azure/foundation';
import { type ExistingResource } from '@iris-azure/stand-in';

/** What an environment takes for granted in its subscription: it names it, and none of its stacks makes it. */
export function prerequisites({ dnsZone, primary }: Environment): readonly ExistingResource[] {
  if (!dnsZone) {
    return [];
  }
  const group = `/resourceGroups/${dnsZone.resourceGroup}`;
  return [
    { id: group, body: { location: primary.name } },
    { id: `${group}/providers/Microsoft.Network/dnsZones/${dnsZone.name}`, body: { location: 'global' } },
  ];
}
