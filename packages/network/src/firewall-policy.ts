import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { FirewallPolicy as AzurermFirewallPolicy } from '@cdktf/provider-azurerm/lib/firewall-policy';
import {
  FirewallPolicyRuleCollectionGroup,
  type FirewallPolicyRuleCollectionGroupApplicationRuleCollection,
  type FirewallPolicyRuleCollectionGroupNetworkRuleCollection,
} from '@cdktf/provider-azurerm/lib/firewall-policy-rule-collection-group';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  defaultEgressRules,
  type EgressRule,
  type EgressRules,
  isAddressed,
  type OperatingSystem,
} from './egress-rules';

/** What a firewall needs of its policy. */
export interface IFirewallPolicy {
  /** Resource id of the policy. */
  readonly id: string;
  /** What must stand before a firewall begins to filter by the policy: its rules. */
  readonly rules: readonly ITerraformDependable[];
}

/** What servers may reach through a firewall. */
export interface FirewallRules {
  /** Operating system of the servers, whose update servers are let through. @default `ubuntu` */
  readonly operatingSystem?: OperatingSystem;
  /** Ways out beside those of {@link defaultEgressRules}, by name. @default none */
  readonly allow?: EgressRules;
}

/** Properties of {@link FirewallPolicy}. */
export interface FirewallPolicyProps extends FirewallRules {
  /** Resource group of the policy, in the firewall's region. */
  readonly resourceGroup: IResourceGroup;
  /** Ranges of the servers that the rules let out. */
  readonly sources: readonly string[];
}

/**
 * Policy of an Azure Firewall Premium that lets out what is named and nothing else. What its intrusion detection
 * (IDPS) or Microsoft's threat intelligence knows as hostile is cut off, not only reported.
 *
 * It does not open TLS: what is inside stays between the two ends, and no authority that can sign for every name lies in a
 * vault. Intrusion detection then sees server names and the flow, not the content; to open TLS as well, add
 * `tls_certificate` with an intermediate authority that all servers trust. It is no DNS proxy: the rules need none, since
 * only HTTP and TLS are let out by name, and a mirror should not lose its names with the firewall.
 *
 * @see https://learn.microsoft.com/azure/firewall/premium-features
 */
export class FirewallPolicy extends Construct implements IFirewallPolicy {
  /** What must stand before a firewall begins to filter by the policy: its rules. */
  public readonly rules: readonly ITerraformDependable[];
  private readonly resource: AzurermFirewallPolicy;

  public constructor(scope: Construct, id: string, props: FirewallPolicyProps) {
    super(scope, id);
    const { resourceGroup, sources, operatingSystem = 'ubuntu', allow = {} } = props;
    const own = defaultEgressRules(resourceGroup.region.name, operatingSystem);
    refusingAt(this, () => {
      assertValid(allow, own);
    });
    this.resource = new AzurermFirewallPolicy(this, 'Resource', {
      name: resourceGroup.nameOf('firewallPolicy'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'Premium',
      threatIntelligenceMode: 'Deny',
      intrusionDetection: { mode: 'Deny' },
      tags: resourceGroup.tags(),
    });
    const group = (groupId: string, name: string, priority: number, rules: EgressRules) =>
      new FirewallPolicyRuleCollectionGroup(this, groupId, {
        name,
        firewallPolicyId: this.resource.id,
        priority,
        networkRuleCollection: networkRules(rules, sources),
        applicationRuleCollection: applicationRules(rules, sources),
      });
    this.rules = [
      group('Egress', 'egress', 1000, own),
      ...(Object.keys(allow).length > 0 ? [group('Allowed', 'allowed', 2000, allow)] : []),
    ];
  }

  /** Resource id of the policy. */
  public get id(): string {
    return this.resource.id;
  }
}

function networkRules(
  rules: EgressRules,
  sources: readonly string[],
): FirewallPolicyRuleCollectionGroupNetworkRuleCollection[] {
  const rule = byName(rules).flatMap(([name, out]) =>
    isAddressed(out)
      ? [
          {
            name,
            protocols: [out.protocol ?? 'TCP'],
            sourceAddresses: [...sources],
            destinationAddresses: [...out.destinations],
            destinationPorts: [...out.ports],
          },
        ]
      : [],
  );
  return rule.length > 0 ? [{ name: 'addresses', priority: 1000, action: 'Allow', rule }] : [];
}

const webPorts = { Http: 80, Https: 443 } as const;

function applicationRules(
  rules: EgressRules,
  sources: readonly string[],
): FirewallPolicyRuleCollectionGroupApplicationRuleCollection[] {
  const rule = byName(rules).flatMap(([name, out]) =>
    isAddressed(out)
      ? []
      : [
          {
            name,
            protocols: (out.protocols ?? ['Https']).map((type) => ({ type, port: webPorts[type] })),
            sourceAddresses: [...sources],
            destinationFqdns: out.names && [...out.names],
            destinationFqdnTags: out.nameTags && [...out.nameTags],
          },
        ],
  );
  return rule.length > 0 ? [{ name: 'names', priority: 2000, action: 'Allow', rule }] : [];
}

/** Rules in the order of their names, so that nothing changes when they are written in another. */
function byName(rules: EgressRules): readonly (readonly [string, EgressRule])[] {
  return Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1));
}

function assertValid(allow: EgressRules, own: EgressRules): void {
  for (const [name, rule] of Object.entries(allow)) {
    if (name in own) {
      throw new Refusal(`rule '${name}' is one of those that every policy has; give it another name in allow`);
    }
    const destinations = isAddressed(rule) ? rule.destinations : [...(rule.names ?? []), ...(rule.nameTags ?? [])];
    if (destinations.length === 0) {
      throw new Refusal(`rule '${name}' must say where it leads, got nothing; set names, nameTags or destinations`);
    }
    const everywhere = destinations.find((destination) => ['*', '0.0.0.0/0', 'Internet'].includes(destination));
    if (everywhere) {
      throw new Refusal(`rule '${name}' must name what it lets out to, got '${everywhere}', which is everything`);
    }
    const wrong = isAddressed(rule) ? rule.ports.find((port) => !/^\d{1,5}(-\d{1,5})?$/.test(port)) : undefined;
    if (wrong !== undefined) {
      throw new Refusal(`ports of rule '${name}' must be numbers or ranges such as 443 or 8000-8010, got '${wrong}'`);
    }
  }
}
