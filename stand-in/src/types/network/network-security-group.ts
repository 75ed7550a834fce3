import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type JsonObject } from '../../arm/json';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';
import { parseRange } from './ranges';

const ruleType = 'Microsoft.Network/networkSecurityGroups/securityRules';

const subnetType = 'Microsoft.Network/virtualNetworks/subnets';

const interfaceType = 'Microsoft.Network/networkInterfaces';

/**
 * A rule of a network security group.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
 */
export const securityRule: ResourceType = {
  type: ruleType,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      access: z.enum(['Allow', 'Deny']),
      description: z.string().max(140),
      destinationAddressPrefix: z.string(),
      destinationAddressPrefixes: z.array(z.string()),
      destinationApplicationSecurityGroups: z.array(reference),
      destinationPortRange: z.string(),
      destinationPortRanges: z.array(z.string()),
      direction: z.enum(['Inbound', 'Outbound']),
      priority: z.int(),
      protocol: z.enum(['*', 'Ah', 'Esp', 'Icmp', 'Tcp', 'Udp']),
      sourceAddressPrefix: z.string(),
      sourceAddressPrefixes: z.array(z.string()),
      sourceApplicationSecurityGroups: z.array(reference),
      sourcePortRange: z.string(),
      sourcePortRanges: z.array(z.string()),
    },
    required: ['access', 'direction', 'priority', 'protocol'],
  }),
  longRunning: ['put', 'delete'],
  check(rule, { store }) {
    checkPriority(rule, store.children(ResourceId.parse(rule.id).parent?.text ?? '', ruleType));
    for (const end of ['source', 'destination'] as const) {
      checkEnd(rule, end);
    }
  },
};

/** @see https://learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/create-or-update */
export const networkSecurityGroup: ResourceType = {
  type: 'Microsoft.Network/networkSecurityGroups',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      defaultSecurityRules: readOnly,
      flowLogs: readOnly,
      flushConnection: z.boolean(),
      networkInterfaces: readOnly,
      subnets: readOnly,
    },
  }),
  children: { securityRules: [securityRule] },
  longRunning: ['put', 'delete'],
  show: (group, azure) => ({
    defaultSecurityRules: defaultRules(group),
    subnets: usersOf(group, azure, subnetType).map(({ id }) => ({ id })),
    networkInterfaces: usersOf(group, azure, interfaceType).map(({ id }) => ({ id })),
  }),
  checkDelete(group, azure) {
    const [user] = usersOf(group, azure);
    if (user) {
      throw badRequest(
        'InUseNetworkSecurityGroupCannotBeDeleted',
        `Network security group ${group.id} cannot be deleted because it is in use by the following resources: ${user.id}.`,
      );
    }
  },
};

function checkPriority(rule: Resource, siblings: readonly Resource[]): void {
  const { priority, direction } = rule.properties;
  if (typeof priority !== 'number' || priority < 100 || priority > 4096) {
    throw badRequest(
      'SecurityRuleInvalidPriority',
      `Security rule has invalid Priority. Priority value provided: ${JSON.stringify(priority)} Allowed range 100-4096.`,
    );
  }
  const other = siblings.find(
    ({ id, properties }) =>
      id !== rule.id && properties['priority'] === priority && properties['direction'] === direction,
  );
  if (other) {
    throw conflict(
      'SecurityRuleConflict',
      `Security rule ${rule.name} conflicts with rule ${other.name}. Rules cannot have the same Priority and Direction.`,
    );
  }
}

function checkEnd({ name, properties }: Resource, end: 'source' | 'destination'): void {
  const prefixes = either(properties, `${end}AddressPrefix`, `${end}AddressPrefixes`);
  const groups = properties[`${end}ApplicationSecurityGroups`];
  if (prefixes.length === 0 && !(Array.isArray(groups) && groups.length > 0)) {
    throw badRequest(
      'SecurityRuleParameterMissing',
      `Security rule ${name} must specify ${end}AddressPrefix, ${end}AddressPrefixes or ${end}ApplicationSecurityGroups.`,
    );
  }
  const wrongPrefix = prefixes.find((prefix) => !isAddressPrefix(prefix, prefixes.length > 1));
  if (wrongPrefix !== undefined) {
    throw badRequest(
      'SecurityRuleInvalidAddressPrefix',
      `Security rule ${name} has invalid Address prefix. Value provided: ${wrongPrefix}.`,
    );
  }
  const ports = either(properties, `${end}PortRange`, `${end}PortRanges`);
  const wrongPort = ports.find((range) => !isPortRange(range));
  if (ports.length === 0 || wrongPort !== undefined) {
    throw badRequest(
      'SecurityRuleInvalidPortRange',
      `Security rule ${name} has invalid Port range. Value provided: ${wrongPort ?? 'none'}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.`,
    );
  }
}

/** Values of a property that is written in the singular or in the plural. */
function either(properties: JsonObject, singular: string, plural: string): readonly string[] {
  const [one, many] = [properties[singular], properties[plural]];
  return [...(typeof one === 'string' && one !== '' ? [one] : []), ...((many ?? []) as readonly string[])];
}

/** A range, an address, or a service tag; `*` only where it is alone. */
function isAddressPrefix(prefix: string, oneOfSeveral: boolean): boolean {
  if (prefix === '*') {
    return !oneOfSeveral;
  }
  const looksLikeRange = /^[\d.:/]+$/.test(prefix);
  return looksLikeRange
    ? parseRange(prefix.includes('/') ? prefix : `${prefix}/32`) !== undefined
    : /^[A-Za-z]\w*(\.\w+)?$/.test(prefix);
}

function isPortRange(range: string): boolean {
  const [from = '', to = from, ...rest] = range.split('-');
  return (
    range === '*' ||
    (rest.length === 0 && [from, to].every((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535) && +from <= +to)
  );
}

/** @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules */
const defaults = [
  ['AllowVnetInBound', 'Inbound', 65000, 'VirtualNetwork', 'VirtualNetwork', 'Allow'],
  ['AllowAzureLoadBalancerInBound', 'Inbound', 65001, 'AzureLoadBalancer', '*', 'Allow'],
  ['DenyAllInBound', 'Inbound', 65500, '*', '*', 'Deny'],
  ['AllowVnetOutBound', 'Outbound', 65000, 'VirtualNetwork', 'VirtualNetwork', 'Allow'],
  ['AllowInternetOutBound', 'Outbound', 65001, '*', 'Internet', 'Allow'],
  ['DenyAllOutBound', 'Outbound', 65500, '*', '*', 'Deny'],
] as const;

function defaultRules(group: Resource): readonly JsonObject[] {
  return defaults.map(([name, direction, priority, source, destination, access]) => ({
    id: `${group.id}/defaultSecurityRules/${name}`,
    name,
    properties: {
      direction,
      priority,
      access,
      protocol: '*',
      sourceAddressPrefix: source,
      sourcePortRange: '*',
      destinationAddressPrefix: destination,
      destinationPortRange: '*',
    },
  }));
}
