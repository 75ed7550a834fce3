import { type NetworkSecurityGroupSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-group';
import { ports } from './ports';
import { type Sources } from './security-rules';

type Rule = Pick<NetworkSecurityGroupSecurityRule, 'name' | 'protocol'> & {
  readonly direction: 'Inbound' | 'Outbound';
  readonly from: Sources;
  readonly to: string;
  readonly toPorts: readonly string[];
};

/** Ports at which the parts of a Bastion speak with each other. */
const ownPorts = ['5701', '8080'];

/**
 * Rules of the network security group of `AzureBastionSubnet`: those that Azure prescribes, which it checks, and nothing
 * else.
 *
 * @param administrators who may come from the internet to sign in
 * @see https://learn.microsoft.com/azure/bastion/bastion-nsg
 */
export function bastionSecurityRules(administrators: Sources): NetworkSecurityGroupSecurityRule[] {
  const prescribed: readonly Rule[] = [
    inbound('AllowHttpsFromAdministrators', administrators, '*', [String(ports.https)]),
    inbound('AllowHttpsFromGatewayManager', 'GatewayManager', '*', [String(ports.https)]),
    inbound('AllowHttpsFromLoadBalancer', 'AzureLoadBalancer', '*', [String(ports.https)]),
    { ...inbound('AllowOwnTraffic', 'VirtualNetwork', 'VirtualNetwork', ownPorts), protocol: '*' },
    outbound('AllowSshAndRdpToServers', 'VirtualNetwork', [String(ports.ssh), String(ports.rdp)]),
    outbound('AllowHttpsToAzure', 'AzureCloud', [String(ports.https)]),
    {
      ...outbound('AllowOwnTrafficOut', 'VirtualNetwork', ownPorts),
      protocol: '*',
      from: 'VirtualNetwork',
    },
    { ...outbound('AllowCertificateChecks', 'Internet', ['80']), protocol: '*' },
  ];
  return [
    ...(['Inbound', 'Outbound'] as const).flatMap((direction) =>
      prescribed.filter((rule) => rule.direction === direction).map((rule, index) => rendered(rule, 100 + 10 * index)),
    ),
    denied('DenyAllInbound', 'Inbound'),
    denied('DenyAllOutbound', 'Outbound'),
  ];
}

function inbound(name: string, from: Sources, to: string, toPorts: readonly string[]): Rule {
  return { name, direction: 'Inbound', protocol: 'Tcp', from, to, toPorts };
}

function outbound(name: string, to: string, toPorts: readonly string[]): Rule {
  return { name, direction: 'Outbound', protocol: 'Tcp', from: '*', to, toPorts };
}

function rendered({ name, direction, protocol, from, to, toPorts }: Rule, priority: number) {
  return {
    name,
    priority,
    direction,
    access: 'Allow',
    protocol,
    ...(typeof from === 'string' ? { sourceAddressPrefix: from } : { sourceAddressPrefixes: [...from] }),
    sourcePortRange: '*',
    destinationAddressPrefix: to,
    destinationPortRanges: [...toPorts],
  };
}

function denied(name: string, direction: 'Inbound' | 'Outbound'): NetworkSecurityGroupSecurityRule {
  return {
    name,
    priority: 4096,
    direction,
    access: 'Deny',
    protocol: '*',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '*',
  };
}
