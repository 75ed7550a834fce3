import path from 'node:path';
import { type EnvironmentOf, readEnvironment } from '@iris-azure/foundation';
import { addBlueprint, environmentsFolder } from '@iris-azure/stacks';
import { App, TerraformStack } from 'cdktf';
import { inTemporaryFolder, type SynthesizedResource, SynthesizedStack } from '../../test/support';

const production = readEnvironment(path.join(environmentsFolder, 'trakcare-prod.yaml')) as EnvironmentOf<'trakcare'>;

const spoke = '11111111-1111-1111-1111-111111111111';
const hub = '22222222-2222-2222-2222-222222222222';

/** A network as a platform team hands it over: subnets of its own names and ranges. */
function networkValues(region: string, third: number) {
  const subnet = (name: string, offset: number) => ({ name, addressRange: `10.20.${third + offset}.0/24` });
  return {
    id: `/subscriptions/${spoke}/resourceGroups/rg-platform/providers/Microsoft.Network/virtualNetworks/vnet-${region}`,
    subnets: {
      gateway: subnet('agw', 5),
      web: subnet('frontend', 4),
      application: subnet('app', 3),
      data: subnet('db', 2),
      management: subnet('mgmt', 1),
    },
  };
}

const networks = {
  primary: networkValues('weu', 0),
  disasterRecovery: networkValues('neu', 8),
  connected: true,
};
const vaultZone = {
  id: `/subscriptions/${hub}/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`,
  addLinks: false,
};

/** The stacks of production where some things exist. */
function stacksWith(existing: EnvironmentOf<'trakcare'>['existing']): readonly SynthesizedStack[] {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, { ...production, existing });
    app.synth();
    return app.node.children
      .filter((child) => TerraformStack.isStack(child))
      .map((stack) => SynthesizedStack.read(outdir, stack.node.id));
  });
}

const resourcesOf = (stacks: readonly SynthesizedStack[], type: string): readonly SynthesizedResource[] =>
  stacks.flatMap((stack) => stack.resources(type));

describe('with networks of both regions and a central zone', () => {
  const stacks = stacksWith({ networks, vaultZone });

  test.each([
    'azurerm_virtual_network',
    'azurerm_subnet',
    'azurerm_network_security_group',
    'azurerm_nat_gateway',
    'azurerm_virtual_network_peering',
    'azurerm_private_dns_zone',
    'azurerm_private_dns_zone_virtual_network_link',
  ])('no %s is made', (type) => {
    expect(resourcesOf(stacks, type)).toEqual([]);
  });

  test('there is no network stack', () => {
    expect(stacks.map(({ name }) => name)).toEqual([
      'trakcare-prod-security',
      'trakcare-prod-mirror',
      'trakcare-prod-compute',
      'trakcare-prod-backup',
      'trakcare-prod-dr',
    ]);
  });

  test('every interface, front end, gateway and private end point is in a subnet that was given', () => {
    const subnets = [networks.primary, networks.disasterRecovery].flatMap((network) =>
      Object.values(network.subnets).map(({ name }) => `${network.id}/subnets/${name}`),
    );
    const used = stacks.flatMap((stack) =>
      stack.all.flatMap((resource) => [
        resource.values.subnet_id,
        ...['ip_configuration', 'frontend_ip_configuration', 'gateway_ip_configuration']
          .flatMap((block) => resource.blocks(block))
          .map((block) => block.subnet_id),
      ]),
    );
    const given = used.filter((id) => id !== undefined);

    expect(given.length).toBeGreaterThan(20);
    expect(given.filter((id) => !subnets.includes(String(id)))).toEqual([]);
  });

  test('fixed addresses are of the subnets that were given', () => {
    const primary = stacks.find(({ name }) => name === 'trakcare-prod-mirror');

    expect(primary?.at('Mirror/Primary/NetworkInterface').block('ip_configuration')).toMatchObject({
      private_ip_address: '10.20.2.11',
    });
  });

  test('both vaults are registered in the central zone', () => {
    const groups = resourcesOf(stacks, 'azurerm_private_endpoint').map((endpoint) =>
      endpoint.block('private_dns_zone_group'),
    );

    expect(groups.map((group) => group.private_dns_zone_ids)).toEqual([[vaultZone.id], [vaultZone.id]]);
  });
});

test('links in a central zone are made in its own subscription', () => {
  const stacks = stacksWith({ networks, vaultZone: { ...vaultZone, addLinks: true } });
  const links = resourcesOf(stacks, 'azurerm_private_dns_zone_virtual_network_link');
  const providers = stacks.flatMap(({ document }) => document.provider?.azurerm ?? []);

  expect(links.map(({ values }) => values.virtual_network_id)).toEqual([
    networks.primary.id,
    networks.disasterRecovery.id,
  ]);
  expect(links.map(({ values }) => values)).toEqual(
    Array(2).fill(expect.objectContaining({ provider: `azurerm.subscription-${hub}`, resource_group_name: 'rg-dns' })),
  );
  expect(providers.filter(({ alias }) => alias === `subscription-${hub}`)).toEqual(
    Array(2).fill(expect.objectContaining({ subscription_id: hub })),
  );
});

test('networks that do not reach each other yet are peered in their own resource groups', () => {
  const stacks = stacksWith({ networks: { ...networks, connected: false } });
  const peerings = resourcesOf(stacks, 'azurerm_virtual_network_peering').map(({ values }) => values);

  expect(peerings).toEqual([
    expect.objectContaining({
      resource_group_name: 'rg-platform',
      virtual_network_name: 'vnet-weu',
      remote_virtual_network_id: networks.disasterRecovery.id,
    }),
    expect.objectContaining({
      resource_group_name: 'rg-platform',
      virtual_network_name: 'vnet-neu',
      remote_virtual_network_id: networks.primary.id,
    }),
  ]);
});

test('a new primary network lets in the data subnet of a network that exists in the second region', () => {
  const stacks = stacksWith({ networks: { disasterRecovery: networks.disasterRecovery, connected: false } });
  const rules = resourcesOf(stacks, 'azurerm_network_security_group').flatMap((group) => group.blocks('security_rule'));

  expect(rules.find(({ name }) => name === 'AllowMirrorFromMembers')?.source_address_prefixes).toEqual([
    '10.20.3.0/24',
    '10.20.10.0/24',
  ]);
});
