import path from 'node:path';
import { type Environment, readEnvironment } from '@iris-azure/foundation';
import { addBlueprint, environmentsFolder } from '@iris-azure/stacks';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

interface Stacks {
  /** A stack by the last part of its name. */
  readonly stack: (part: string) => SynthesizedStack;
  /** Names of all stacks after which one is deployed, those of other stacks included. */
  readonly after: (part: string) => readonly string[];
}

/** All stacks of an environment, its perimeter with the given differences. */
function stacksOf(name: string, perimeter: Partial<Environment['perimeter']> = {}): Stacks {
  const environment = readEnvironment(path.join(environmentsFolder, `${name}.yaml`));
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, { ...environment, perimeter: { ...environment.perimeter, ...perimeter } });
    app.synth();
    const stacks = Object.values(app.manifest.stacks);
    const byPart = new Map(stacks.map(({ name: stack }) => [stack, SynthesizedStack.read(outdir, stack)]));
    return {
      stack: (part) => {
        const found = byPart.get(`${name}-${part}`);
        if (!found) {
          throw new Error(`${name} has no stack ${part}, but ${[...byPart.keys()].join(', ')}`);
        }
        return found;
      },
      after: (part) => stacks.find(({ name: stack }) => stack === `${name}-${part}`)?.dependencies ?? [],
    };
  });
}

const trakCare = stacksOf('trakcare-prod');
const healthShare = stacksOf('healthshare-prod');

test.each(['network', 'dr'])('TrakCare production leaves by Azure Firewall, and by nothing else, in %s', (part) => {
  const stack = trakCare.stack(part);

  expect(stack.resources('azurerm_firewall')).toHaveLength(1);
  expect(stack.resources('azurerm_nat_gateway')).toEqual([]);
});

test.each(['network', 'dr'])('TrakCare production has a Bastion in %s', (part) => {
  expect(trakCare.stack(part).resources('azurerm_bastion_host')).toHaveLength(1);
});

test.each([
  ['TrakCare', trakCare],
  ['HealthShare', healthShare],
])('one DDoS protection plan protects both regions of %s', (_name, { stack }) => {
  const plans = ['network', 'dr'].flatMap((part) => stack(part).resources('azurerm_network_ddos_protection_plan'));
  const [primary, second] = ['network', 'dr'].map((part) =>
    stack(part).only('azurerm_virtual_network').block('ddos_protection_plan'),
  );

  expect(plans).toHaveLength(1);
  expect(primary).toEqual({ id: plans[0]?.reference('id'), enable: true });
  expect(second?.id).toMatch(/terraform_remote_state.*network.*ddosprotectionplan/i);
});

test('a plan of the tenant is named, not made', () => {
  const id = '/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/ddosProtectionPlans/ddos-tenant';
  const { stack } = stacksOf('trakcare-prod', { ddosProtectionPlan: id });

  for (const part of ['network', 'dr']) {
    expect(stack(part).resources('azurerm_network_ddos_protection_plan')).toEqual([]);
    expect(stack(part).only('azurerm_virtual_network').block('ddos_protection_plan')).toEqual({ id, enable: true });
  }
});

test('HealthShare production leaves by firewalls of a third party in each region', () => {
  const machines = ['appliance', 'dr'].flatMap((part) =>
    healthShare
      .stack(part)
      .resources('azurerm_linux_virtual_machine')
      .filter(({ path: construct }) => construct.includes('FirewallAppliance')),
  );

  expect(machines).toHaveLength(4);
});

test.each(['network', 'dr'])('routes of %s lead to the load balancer of the firewalls of its region', (part) => {
  const balancers = healthShare.stack(part === 'network' ? 'appliance' : 'dr');
  const [frontend] = balancers
    .resources('azurerm_lb')
    .filter(({ path: construct }) => construct.includes('FirewallAppliance/InternalLoadBalancer'))
    .map((balancer) => balancer.block('frontend_ip_configuration').private_ip_address);

  expect(healthShare.stack(part).only('azurerm_route_table').values.route).toMatchObject([
    { next_hop_in_ip_address: frontend },
  ]);
});

test('firewalls of a third party come after the keys and before the first server', () => {
  expect(healthShare.after('appliance')).toContain('healthshare-prod-security');
  expect(healthShare.after('mirror-exchange')).toContain('healthshare-prod-appliance');
});

test('an environment without them has no stack for them', () => {
  expect(() => trakCare.stack('appliance')).toThrow('trakcare-prod has no stack appliance');
});

test('the operating system of the servers chooses the update servers', () => {
  const updates = (name: string) =>
    stacksOf(name, { egress: 'azureFirewall' })
      .stack('network')
      .at('Network/FirewallPolicy/Egress')
      .blocks('application_rule_collection')
      .flatMap(
        ({ rule }) => rule as readonly { readonly name: string; readonly destination_fqdns: readonly string[] }[],
      )
      .find(({ name: rule }) => rule === 'operating-system-updates')?.destination_fqdns;

  expect(updates('trakcare-prod')).toContain('azure.archive.ubuntu.com');
  expect(updates('iris-prod')).toEqual(['rhui4-1.microsoft.com']);
});

test('a way out of one’s own is let through in both regions', () => {
  const { stack } = stacksOf('trakcare-prod', { allow: { registry: { names: ['registry.health.example'] } } });

  for (const part of ['network', 'dr']) {
    expect(
      stack(part)
        .resources('azurerm_firewall_policy_rule_collection_group')
        .map(({ values }) => values.name),
    ).toEqual(['allowed', 'egress']);
  }
});

test('web servers behind a firewall have no public load balancer, those behind a NAT gateway have', () => {
  const balancers = ({ stack }: Stacks) =>
    stack('compute')
      .resources('azurerm_lb')
      .map(({ values }) => (values.tags as Record<string, string>)['iris-endpoint']);

  expect(balancers(trakCare)).toEqual(['web-internal']);
  expect(balancers(stacksOf('trakcare-prod', { egress: 'natGateway' }))).toEqual(['web-external', 'web-internal']);
});
