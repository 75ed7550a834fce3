import { type TierName, tierNames } from '@iris-azure/network';
import { Address4 } from 'ip-address';
import { type SynthesizedStack } from '../../../test/support';

/** A security rule as Terraform will read it. */
export interface RenderedRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: string;
  readonly source_address_prefix: string | null;
  readonly source_address_prefixes: readonly string[] | null;
  readonly destination_address_prefix: string | null;
  readonly destination_port_range: string | null;
  readonly destination_port_ranges: readonly string[] | null;
}

/** Who sends or receives a packet: an address, and the service tags by which Azure knows it. */
interface Party {
  readonly address: string;
  readonly tags: readonly string[];
}

/** Parties outside the tiers of the network of 10.20.0.0/21, which is peered with that of disaster recovery, 10.20.8.0/21. */
const outside = {
  internet: { address: '203.0.113.9', tags: ['Internet'] },
  administrator: { address: '10.250.0.9', tags: [] },
  // Azure counts what gateways lead to as part of the network.
  'site behind a gateway': { address: '10.251.0.9', tags: ['VirtualNetwork'] },
  'web in disaster recovery': { address: '10.20.9.11', tags: ['VirtualNetwork'] },
  'data in disaster recovery': { address: '10.20.11.13', tags: ['VirtualNetwork'] },
  'load balancer probe': { address: '168.63.129.16', tags: ['AzureLoadBalancer'] },
  'Traffic Manager': { address: '40.68.30.66', tags: ['AzureTrafficManager', 'Internet'] },
  'Gateway Manager': { address: '20.16.0.1', tags: ['GatewayManager', 'Internet'] },
  bastion: { address: '10.20.5.70', tags: ['VirtualNetwork'] },
} as const satisfies Record<string, Party>;

/** Anybody who may want to reach a tier. */
export type PartyName = TierName | keyof typeof outside;

const inNetwork = (tier: TierName): Party => ({
  address: `10.20.${tierNames.indexOf(tier)}.11`,
  tags: ['VirtualNetwork'],
});

const parties: Readonly<Record<string, Party>> = {
  ...Object.fromEntries(tierNames.map((tier) => [tier, inNetwork(tier)])),
  ...outside,
};

/** Azure's own rules, which follow those of every network security group. */
const defaultRules = [
  rule({ priority: 65000, source_address_prefix: 'VirtualNetwork', destination_address_prefix: 'VirtualNetwork' }),
  rule({ priority: 65001, source_address_prefix: 'AzureLoadBalancer' }),
  rule({ priority: 65500, access: 'Deny' }),
  rule({
    priority: 65000,
    direction: 'Outbound',
    source_address_prefix: 'VirtualNetwork',
    destination_address_prefix: 'VirtualNetwork',
  }),
  rule({ priority: 65001, direction: 'Outbound', destination_address_prefix: 'Internet' }),
  rule({ priority: 65500, direction: 'Outbound', access: 'Deny' }),
];

/** Rules of a tier's network security group, as synthesized. */
export function rulesOf(stack: SynthesizedStack, tier: TierName): readonly RenderedRule[] {
  const id = tier.charAt(0).toUpperCase() + tier.slice(1);
  return stack.at(`Network/${id}/SecurityGroup`).values.security_rule as readonly RenderedRule[];
}

/** Everybody whom a tier's network security group lets in, to a TCP port or by ICMP. */
export function whoReaches(stack: SynthesizedStack, tier: TierName, port: number | 'Icmp'): readonly string[] {
  return Object.keys(parties).filter((name) =>
    isAllowed(rulesOf(stack, tier), 'Inbound', partyOf(name), inNetwork(tier), port),
  );
}

/** Whether a tier's network security group lets its servers out to a TCP port of somebody else. */
export function leaves(stack: SynthesizedStack, tier: TierName, to: PartyName, port: number): boolean {
  return isAllowed(rulesOf(stack, tier), 'Outbound', inNetwork(tier), partyOf(to), port);
}

function partyOf(name: string): Party {
  return parties[name] ?? { address: '0.0.0.0', tags: [] };
}

function isAllowed(
  rules: readonly RenderedRule[],
  direction: RenderedRule['direction'],
  from: Party,
  to: Party,
  port: number | 'Icmp',
): boolean {
  const decisive = [...rules, ...defaultRules]
    .filter((candidate) => candidate.direction === direction)
    .sort((left, right) => left.priority - right.priority)
    .find(
      (candidate) =>
        hasParty(from, [candidate.source_address_prefix, ...(candidate.source_address_prefixes ?? [])]) &&
        hasParty(to, [candidate.destination_address_prefix]) &&
        hasTraffic(candidate, port),
    );
  return decisive?.access === 'Allow';
}

function hasParty(party: Party, prefixes: readonly (string | null)[]): boolean {
  return prefixes.some((prefix) => {
    if (prefix === null) {
      return false;
    }
    return (
      prefix === '*' ||
      party.tags.includes(prefix) ||
      (prefix.includes('/') && new Address4(party.address).isInSubnet(new Address4(prefix)))
    );
  });
}

function hasTraffic(candidate: RenderedRule, port: number | 'Icmp'): boolean {
  if (port === 'Icmp') {
    return candidate.protocol === 'Icmp' || candidate.protocol === '*';
  }
  const ranges = [candidate.destination_port_range ?? [], candidate.destination_port_ranges ?? []].flat();
  const hasPort = ranges.some((range) => {
    const [first = '', last = first] = range.split('-');
    return range === '*' || (Number(first) <= port && port <= Number(last));
  });
  return hasPort && (candidate.protocol === 'Tcp' || candidate.protocol === '*');
}

function rule(own: Partial<RenderedRule>): RenderedRule {
  return {
    name: 'Default',
    priority: 65500,
    direction: 'Inbound',
    access: 'Allow',
    protocol: '*',
    source_address_prefix: '*',
    source_address_prefixes: null,
    destination_address_prefix: '*',
    destination_port_range: '*',
    destination_port_ranges: null,
    ...own,
  };
}
