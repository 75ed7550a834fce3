import { type NetworkSecurityGroupSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-group';
import { clientOrigins, type Clients } from './client-origins';
import { ports } from './ports';
import { type SubnetPlan, type TierName } from './subnet-plan';

/** Sources that a rule lets in: a service tag, or ranges in CIDR notation. */
export type Sources = string | readonly string[];

/** Who may reach the network from outside of it. */
export interface NetworkAccess {
  /** Users of the web tier: `Internet`, or the ranges of their networks. */
  readonly clients: Clients;
  /** Ranges from which administrators reach the management subnet by SSH. None: no SSH from outside the network. */
  readonly administrators: readonly string[];
}

/**
 * How an Application Gateway reaches its web servers: `endToEnd` by TLS, whose certificates it checks, or `offloaded` by plain
 * HTTP, so that what users send is readable inside the network. The gate refuses that (IRIS-TLS-003, IRIS-TLS-008).
 */
export type BackendTls = 'endToEnd' | 'offloaded';

/** What the security rules of a network follow from. */
export interface SecurityRulesInput {
  /** Range of the whole network. */
  readonly addressSpace: string;
  /** Ranges of its subnets. */
  readonly plan: SubnetPlan;
  /** Who may reach it from outside. */
  readonly access: NetworkAccess;
  /** How the gateway reaches the web servers. @default endToEnd */
  readonly backendTls?: BackendTls;
  /** Data subnets of the other regions in which the same mirror has members. */
  readonly remoteMirrorRanges: readonly string[];
  /** Whether private end points of file shares, in the management subnet, are reached by SMB. @default false */
  readonly fileShares?: boolean;
  /** Range of the subnet of a Bastion, from which SSH reaches every tier that has servers. @default no Bastion */
  readonly bastion?: string;
}

/** One way in: from whom, to which ports, by which protocol. */
export interface Flow {
  /** Name of its rule. */
  readonly name: string;
  /** Who comes in. */
  readonly from: Sources;
  /** Protocol of what comes in. */
  readonly protocol: 'Tcp' | 'Icmp' | '*';
  /** Ports that are reached. */
  readonly toPorts: readonly (number | string)[];
  /** What is reached. @default the range of the tier's subnet */
  readonly to?: string;
}

/** Rules of one tier's network security group: its flows in order, then everything else denied. */
export function securityRules(tier: TierName, input: SecurityRulesInput): NetworkSecurityGroupSecurityRule[] {
  const target = input.plan[tier];
  const allowed = [...flows(tier, input), ...bastionFlows(tier, input)]
    .filter((flow) => flow.from.length > 0)
    .map((flow, index) => allowInbound({ to: target, ...flow }, 100 + 10 * index));
  return [...allowed, denyInbound, ...(tier === 'management' ? [] : [denySideways])];
}

function bastionFlows(tier: TierName, { bastion }: SecurityRulesInput): Flow[] {
  return bastion && tier !== 'gateway'
    ? [{ name: 'AllowSshFromBastion', from: [bastion], protocol: 'Tcp', toPorts: [ports.ssh] }]
    : [];
}

function flows(tier: TierName, input: SecurityRulesInput): Flow[] {
  const { addressSpace, plan, access, remoteMirrorRanges, fileShares } = input;
  const ssh: Flow = { name: 'AllowSshFromManagement', from: [plan.management], protocol: 'Tcp', toPorts: [ports.ssh] };
  const clients: Flow = {
    name: 'AllowHttpsFromClients',
    from: access.clients,
    protocol: 'Tcp',
    toPorts: [ports.https],
  };
  const mirrorRanges = [plan.data, ...remoteMirrorRanges];
  switch (tier) {
    case 'gateway': {
      // Where public and private front end share a port, Azure compares what comes in with either of them, not with the subnet.
      const to = clientOrigins(access.clients).privateNetwork ? '*' : plan.gateway;
      return [
        { ...clients, to },
        {
          name: 'AllowHttpsFromTrafficManager',
          from: 'AzureTrafficManager',
          protocol: 'Tcp',
          toPorts: [ports.https],
          to,
        },
        // Azure refuses a gateway whose subnet lacks these two, to any destination.
        { name: 'AllowGatewayManager', from: 'GatewayManager', protocol: 'Tcp', toPorts: ['65200-65535'], to: '*' },
        { name: 'AllowAzureLoadBalancer', from: 'AzureLoadBalancer', protocol: '*', toPorts: ['*'], to: '*' },
      ];
    }
    case 'web':
      return [
        clients,
        { name: 'AllowHttpsFromNetwork', from: [addressSpace], protocol: 'Tcp', toPorts: [ports.https] },
        { name: 'AllowProbe', from: 'AzureLoadBalancer', protocol: 'Tcp', toPorts: [ports.https] },
        {
          name: 'AllowHttpFromGateway',
          from: input.backendTls === 'offloaded' ? [plan.gateway] : [],
          protocol: 'Tcp',
          toPorts: [ports.http],
        },
        ssh,
      ];
    case 'application':
      return [
        { name: 'AllowSuperserverFromWeb', from: [plan.web], protocol: 'Tcp', toPorts: [ports.superserver] },
        ssh,
      ];
    case 'data':
      return [
        {
          name: 'AllowSuperserverFromTiers',
          from: [plan.web, plan.application],
          protocol: 'Tcp',
          toPorts: [ports.superserver],
        },
        {
          name: 'AllowMirrorFromMembers',
          from: mirrorRanges,
          protocol: 'Tcp',
          toPorts: [ports.superserver, ports.agent],
        },
        { name: 'AllowIcmpFromMembers', from: mirrorRanges, protocol: 'Icmp', toPorts: ['*'] },
        { name: 'AllowProbe', from: 'AzureLoadBalancer', protocol: 'Tcp', toPorts: [ports.mirrorStatus] },
        ssh,
      ];
    case 'management':
      return [
        { name: 'AllowSshFromAdministrators', from: access.administrators, protocol: 'Tcp', toPorts: [ports.ssh] },
        { name: 'AllowHttpsFromNetwork', from: [addressSpace], protocol: 'Tcp', toPorts: [ports.https] },
        { name: 'AllowSmbFromData', from: fileShares ? [plan.data] : [], protocol: 'Tcp', toPorts: [ports.smb] },
      ];
  }
}

/** Rule that lets a flow in. */
export function allowInbound(flow: Required<Flow>, priority: number): NetworkSecurityGroupSecurityRule {
  return {
    name: flow.name,
    priority,
    direction: 'Inbound',
    access: 'Allow',
    protocol: flow.protocol,
    ...source(flow.from),
    sourcePortRange: '*',
    destinationAddressPrefix: flow.to,
    ...destinationPorts(flow.toPorts.map(String)),
  };
}

function source(from: Sources) {
  if (typeof from === 'string') {
    return { sourceAddressPrefix: from };
  }
  return from.length === 1 ? { sourceAddressPrefix: from[0] } : { sourceAddressPrefixes: [...from] };
}

function destinationPorts(list: readonly string[]) {
  return list.length === 1 ? { destinationPortRange: list[0] } : { destinationPortRanges: [...list] };
}

const everything = {
  protocol: '*',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '*',
} as const;

/** Last of all: denies also what Azure's own rules would let in from the rest of the network. */
export const denyInbound: NetworkSecurityGroupSecurityRule = {
  ...everything,
  name: 'DenyAllInbound',
  priority: 4096,
  direction: 'Inbound',
  access: 'Deny',
};

/** A server that is taken over reaches no other by its administrative ports. */
const denySideways: NetworkSecurityGroupSecurityRule = {
  name: 'DenyLateralAdministration',
  priority: 4096,
  direction: 'Outbound',
  access: 'Deny',
  protocol: 'Tcp',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: 'VirtualNetwork',
  destinationPortRanges: [String(ports.ssh), String(ports.rdp)],
};
