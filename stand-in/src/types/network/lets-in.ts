import { type Resource } from '../../arm/resource';
import { type Azure } from '../../azure';

/** What wants to come in. */
export interface Traffic {
  /** Service tag of where it comes from. */
  readonly from: string;
  /** Port, or range of ports. */
  readonly port: string;
}

/**
 * Whether the rules that a network security group has of its own let something in by TCP, to any destination.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
 */
export function letsIn(group: Resource, { from, port }: Traffic, { store }: Azure): boolean {
  const rules = store
    .children(group.id, 'Microsoft.Network/networkSecurityGroups/securityRules')
    .filter(({ properties }) => properties['direction'] === 'Inbound')
    .filter(({ properties }) => properties['protocol'] === '*' || properties['protocol'] === 'Tcp')
    .filter(({ properties }) =>
      values(properties, 'sourceAddressPrefix').some((source) => ['*', from].includes(source)),
    )
    .filter(({ properties }) => values(properties, 'destinationPortRange').some((range) => covers(range, port)))
    .sort((one, other) => Number(one.properties['priority']) - Number(other.properties['priority']));
  return rules[0]?.properties['access'] === 'Allow';
}

function values(properties: Resource['properties'], name: string): readonly string[] {
  const one = properties[name];
  const many = (properties[name.replace(/Prefix$/, 'Prefixes').replace(/Range$/, 'Ranges')] ?? []) as readonly string[];
  return typeof one === 'string' && one !== '' ? [one, ...many] : many;
}

function covers(range: string, port: string): boolean {
  const [from = 0, to = from] = bounds(range);
  const [wantedFrom = 0, wantedTo = wantedFrom] = bounds(port);
  return range === '*' || (from <= wantedFrom && to >= wantedTo);
}

function bounds(range: string): readonly number[] {
  return range.split('-').map(Number);
}
