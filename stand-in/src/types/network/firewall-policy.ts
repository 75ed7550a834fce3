import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, identity, object, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';

const type = 'Microsoft.Network/firewallPolicies';

const groupType = `${type}/ruleCollectionGroups`;

const mode = z.enum(['Alert', 'Deny', 'Off']);

const intrusionDetection = object({
  configuration: object({
    bypassTrafficSettings: z.array(anything),
    privateRanges: z.array(z.string()),
    signatureOverrides: z.array(object({ id: z.string(), mode })),
  }),
  mode,
  profile: z.string(),
});

/** @see https://learn.microsoft.com/rest/api/firewall/firewall-policies/create-or-update */
export const firewallPolicy: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      basePolicy: reference,
      childPolicies: readOnly,
      dnsSettings: object({
        enableProxy: z.boolean(),
        requireProxyForNetworkRules: z.boolean(),
        servers: z.array(z.string()),
      }),
      explicitProxy: anything,
      firewalls: readOnly,
      insights: anything,
      intrusionDetection,
      ruleCollectionGroups: readOnly,
      size: readOnly,
      sku: object({ tier: z.enum(['Basic', 'Premium', 'Standard']) }),
      snat: object({ autoLearnPrivateRanges: z.enum(['Disabled', 'Enabled']), privateRanges: z.array(z.string()) }),
      sql: object({ allowSqlRedirect: z.boolean() }),
      threatIntelMode: mode,
      threatIntelWhitelist: object({ fqdns: z.array(z.string()), ipAddresses: z.array(z.string()) }),
      transportSecurity: anything,
    },
    beside: { identity },
  }),
  longRunning: ['put', 'delete'],
  check({ id, properties }) {
    const { tier = 'Standard' } = (properties['sku'] ?? {}) as { readonly tier?: string };
    const premium = ['intrusionDetection', 'transportSecurity'].find((name) => properties[name] !== undefined);
    if (premium !== undefined && tier !== 'Premium') {
      throw badRequest(
        'FirewallPolicyPremiumOnlyProperties',
        `Firewall policy ${id} of tier ${tier} cannot have ${premium}, which is supported by tier Premium alone.`,
      );
    }
  },
  show: (policy, azure) => ({
    firewalls: usersOf(policy, azure, 'Microsoft.Network/azureFirewalls').map(({ id }) => ({ id })),
    ruleCollectionGroups: azure.store.children(policy.id, groupType).map(({ id }) => ({ id })),
    childPolicies: usersOf(policy, azure, type).map(({ id }) => ({ id })),
  }),
  checkDelete(policy, azure) {
    const [user] = usersOf(policy, azure);
    if (user) {
      throw badRequest(
        'FirewallPolicyInUse',
        `Firewall policy ${policy.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
};

const priority = z.int().min(100).max(65000);

const texts = z.array(z.string());

const ruleBase = { description: z.string(), name: z.string(), sourceAddresses: texts, sourceIpGroups: texts };

const networkRule = object({
  ...ruleBase,
  destinationAddresses: texts,
  destinationFqdns: texts,
  destinationIpGroups: texts,
  destinationPorts: texts,
  ipProtocols: z.array(z.enum(['Any', 'ICMP', 'TCP', 'UDP'])),
  ruleType: z.literal('NetworkRule'),
});

const applicationRule = object({
  ...ruleBase,
  destinationAddresses: texts,
  fqdnTags: texts,
  httpHeadersToInsert: z.array(anything),
  protocols: z.array(object({ port: z.int().min(0).max(64000), protocolType: z.enum(['Http', 'Https', 'Mssql']) })),
  ruleType: z.literal('ApplicationRule'),
  targetFqdns: texts,
  targetUrls: texts,
  terminateTLS: z.boolean(),
  webCategories: texts,
});

const filterCollection = object(
  {
    action: object({ type: z.enum(['Allow', 'Deny']) }, ['type']),
    name: z.string(),
    priority,
    ruleCollectionType: z.literal('FirewallPolicyFilterRuleCollection'),
    rules: z.union([z.array(networkRule), z.array(applicationRule)]),
  },
  ['action', 'name', 'priority', 'ruleCollectionType'],
);

// Rules that translate addresses are not used by this architecture.
const natCollection = z.looseObject({ ruleCollectionType: z.literal('FirewallPolicyNatRuleCollection') });

interface Rule {
  readonly name: string;
  readonly ruleType: 'NetworkRule' | 'ApplicationRule';
  readonly sourceAddresses?: readonly string[];
  readonly sourceIpGroups?: readonly string[];
  readonly destinationAddresses?: readonly string[];
  readonly destinationFqdns?: readonly string[];
  readonly destinationIpGroups?: readonly string[];
  readonly fqdnTags?: readonly string[];
  readonly targetFqdns?: readonly string[];
  readonly targetUrls?: readonly string[];
  readonly webCategories?: readonly string[];
}

interface Collection {
  readonly name: string;
  readonly priority: number;
  readonly rules?: readonly Rule[];
}

/**
 * Rules of a policy: collections by priority, with rules of one kind each.
 *
 * @see https://learn.microsoft.com/rest/api/firewall/firewall-policy-rule-collection-groups/create-or-update
 * @see https://learn.microsoft.com/azure/firewall/policy-rule-sets
 */
export const firewallPolicyRuleCollectionGroup: ResourceType = {
  type: groupType,
  name: networkName(80),
  shape: bodyShape({
    properties: { priority, ruleCollections: z.array(z.union([filterCollection, natCollection])), size: readOnly },
    required: ['priority'],
  }),
  longRunning: ['put', 'delete'],
  check(group, { store }) {
    const policy = store.find(ResourceId.parse(group.id).parent?.text);
    const siblings = store.children(policy?.id ?? '', groupType).filter(({ id }) => id !== group.id);
    const twin = siblings.find(({ properties }) => properties['priority'] === group.properties['priority']);
    if (twin) {
      throw badRequest(
        'FirewallPolicyRuleCollectionGroupInvalidPriorityValue',
        `Rule collection groups ${twin.id} and ${group.id} cannot have the same priority.`,
      );
    }
    const collections = (group.properties['ruleCollections'] ?? []) as unknown as readonly Collection[];
    for (const property of ['name', 'priority'] as const) {
      const values = collections.map((collection) => collection[property]);
      if (new Set(values).size < values.length) {
        throw badRequest(
          'FirewallPolicyRuleCollectionInvalidPriorityValue',
          `Two rule collections of ${group.id} cannot have the same ${property}.`,
        );
      }
    }
    for (const rule of collections.flatMap(({ rules = [] }) => rules)) {
      checkRule(rule, group, policy);
    }
  },
};

function checkRule(rule: Rule, group: Resource, policy: Resource | undefined): void {
  const isEmpty = (...lists: readonly (readonly string[] | undefined)[]) =>
    lists.every((list = []) => list.length === 0);
  const goesNowhere =
    rule.ruleType === 'NetworkRule'
      ? isEmpty(rule.destinationAddresses, rule.destinationFqdns, rule.destinationIpGroups)
      : isEmpty(rule.targetFqdns, rule.targetUrls, rule.fqdnTags, rule.webCategories);
  if (goesNowhere || isEmpty(rule.sourceAddresses, rule.sourceIpGroups)) {
    throw badRequest(
      'FirewallPolicyRuleInvalidSourceOrDestination',
      `Rule ${rule.name} of ${group.id} must have a source and a destination.`,
    );
  }
  const { enableProxy } = (policy?.properties['dnsSettings'] ?? {}) as { readonly enableProxy?: boolean };
  if (!isEmpty(rule.destinationFqdns) && enableProxy !== true) {
    throw badRequest(
      'FirewallPolicyNetworkRuleFqdnRequiresDnsProxy',
      `Rule ${rule.name} of ${group.id} names FQDNs, for which the policy must be a DNS proxy.`,
    );
  }
}
