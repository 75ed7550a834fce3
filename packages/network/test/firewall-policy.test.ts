import { regionNames } from '@iris-azure/foundation';
import { defaultEgressRules, type EgressRules } from '@iris-azure/network';
import { type SynthesizedStack } from '../../../test/support';
import { synthesizedNetwork } from './test-network';

const servers = ['10.20.1.0/24', '10.20.2.0/24', '10.20.3.0/24', '10.20.4.0/24'];

function synthesizedPolicy(allow?: EgressRules): SynthesizedStack {
  return synthesizedNetwork({ egress: { kind: 'azureFirewall', allow } });
}

/** Rules of a group, by the names of their collections. */
function rulesOf(policy: SynthesizedStack, group: string) {
  const found = policy.at(`Network/FirewallPolicy/${group}`);
  return (['network', 'application'] as const).flatMap((kind) =>
    found.blocks(`${kind}_rule_collection`).flatMap((collection) => collection.rule as { readonly name: string }[]),
  );
}

test('intrusion detection and threat intelligence cut off what they know', () => {
  expect(synthesizedPolicy().only('azurerm_firewall_policy').values).toMatchObject({
    sku: 'Premium',
    threat_intelligence_mode: 'Deny',
    intrusion_detection: { mode: 'Deny' },
  });
});

test('servers reach the services of Azure in their region, by TLS', () => {
  const rules = rulesOf(synthesizedPolicy(), 'Egress');

  expect(rules).toContainEqual({
    name: 'azure-key-vault',
    protocols: ['TCP'],
    source_addresses: servers,
    destination_addresses: ['AzureKeyVault.WestEurope'],
    destination_ports: ['443'],
  });
});

test.each(regionNames)('service tags of %s are spelled by its own name', (region) => {
  const rules = defaultEgressRules(region, 'ubuntu');
  const tags = ['azure-key-vault', 'azure-storage'].flatMap((name) => {
    const rule = rules[name];
    return rule && 'destinations' in rule ? rule.destinations : [];
  });

  expect(tags.map((tag) => tag.toLowerCase())).toEqual([`azurekeyvault.${region}`, `storage.${region}`]);
});

test('servers reach the update servers of their operating system', () => {
  const network = synthesizedNetwork({ egress: { kind: 'azureFirewall', operatingSystem: 'redHat' } });

  expect(rulesOf(network, 'Egress')).toContainEqual({
    name: 'operating-system-updates',
    protocols: [
      { type: 'Http', port: 80 },
      { type: 'Https', port: 443 },
    ],
    source_addresses: servers,
    destination_fqdns: ['rhui4-1.microsoft.com'],
  });
});

test('no rule lets out to everywhere', () => {
  const destinations = Object.values(defaultEgressRules('westeurope', 'ubuntu')).flatMap((rule) =>
    'destinations' in rule ? rule.destinations : (rule.names ?? []),
  );

  expect(destinations.filter((destination) => /^(\*|Internet|AzureCloud|0\.0\.0\.0.*)$/.test(destination))).toEqual([]);
});

test('ways out of your own are a group beside, in the order of their names', () => {
  const policy = synthesizedPolicy({
    'time-servers': { destinations: ['192.0.2.123'], protocol: 'UDP', ports: ['123'] },
    'national-registry': { names: ['registry.health.example'] },
    'fhir-gateway': { destinations: ['198.51.100.0/28'], ports: ['8443'] },
  });

  expect(rulesOf(policy, 'Allowed').map(({ name }) => name)).toEqual([
    'fhir-gateway',
    'time-servers',
    'national-registry',
  ]);
  expect(rulesOf(policy, 'Egress')).toEqual(rulesOf(synthesizedPolicy(), 'Egress'));
});

test.each<[string, EgressRules, string]>([
  [
    'a rule that every policy has',
    { 'azure-monitor': { names: ['a.example'] } },
    "rule 'azure-monitor' is one of those",
  ],
  ['a rule to nowhere', { own: { names: [] } }, "rule 'own' must say where it leads, got nothing"],
  ['a rule to every name', { own: { names: ['*'] } }, "rule 'own' must name what it lets out to, got '*'"],
  [
    'a rule to the internet',
    { own: { destinations: ['Internet'], ports: ['443'] } },
    "rule 'own' must name what it lets out to, got 'Internet'",
  ],
  [
    'a rule to every port',
    { own: { destinations: ['192.0.2.1'], ports: ['*'] } },
    "ports of rule 'own' must be numbers",
  ],
])('fails on %s', (_what, allow, message) => {
  expect(() => synthesizedPolicy(allow)).toThrow(`Network/FirewallPolicy: ${message}`);
});
