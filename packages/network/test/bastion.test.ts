import { Network } from '@iris-azure/network';
import { synthesized, testResourceGroup } from '../../../test/support';
import { whoReaches } from './reachability';
import { synthesizedNetwork } from './test-network';

const network = synthesizedNetwork({ bastion: {} });

test('a network has no Bastion unless it is asked for', () => {
  expect(synthesizedNetwork().resources('azurerm_bastion_host')).toEqual([]);
});

test('a Bastion lets native clients in, and opens nothing else', () => {
  expect(network.only('azurerm_bastion_host').values).toMatchObject({
    sku: 'Standard',
    scale_units: 2,
    tunneling_enabled: true,
    copy_paste_enabled: false,
    file_copy_enabled: false,
    ip_connect_enabled: false,
    shareable_link_enabled: false,
    zones: ['1', '2', '3'],
  });
});

test('a Bastion stands in the subnet that Azure prescribes', () => {
  const subnet = network.at('Network/BastionSubnet');

  expect(subnet.values).toMatchObject({ name: 'AzureBastionSubnet', address_prefixes: ['10.20.5.64/26'] });
  expect(network.only('azurerm_bastion_host').block('ip_configuration')).toMatchObject({
    subnet_id: subnet.reference('id'),
  });
});

test('the security group of a Bastion has the rules that Azure prescribes, and denies the rest', () => {
  const rules = network
    .at('Network/BastionSubnet/SecurityGroup')
    .blocks('security_rule')
    .map((rule) => [
      rule.direction,
      rule.access,
      rule.source_address_prefix,
      rule.destination_address_prefix,
      rule.destination_port_ranges ?? rule.destination_port_range,
    ]);

  expect(rules).toEqual([
    ['Inbound', 'Allow', 'Internet', '*', ['443']],
    ['Inbound', 'Allow', 'GatewayManager', '*', ['443']],
    ['Inbound', 'Allow', 'AzureLoadBalancer', '*', ['443']],
    ['Inbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork', ['5701', '8080']],
    ['Outbound', 'Allow', '*', 'VirtualNetwork', ['22', '3389']],
    ['Outbound', 'Allow', '*', 'AzureCloud', ['443']],
    ['Outbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork', ['5701', '8080']],
    ['Outbound', 'Allow', '*', 'Internet', ['80']],
    ['Inbound', 'Deny', '*', '*', '*'],
    ['Outbound', 'Deny', '*', '*', '*'],
  ]);
});

test('clients of a Bastion can be some ranges alone', () => {
  const closed = synthesizedNetwork({ bastion: { clients: ['203.0.113.0/24'] } });

  const [first] = closed.at('Network/BastionSubnet/SecurityGroup').blocks('security_rule');

  expect(first).toMatchObject({ source_address_prefixes: ['203.0.113.0/24'], source_address_prefix: null });
});

test.each(['web', 'application', 'data', 'management'] as const)('SSH from a Bastion reaches %s', (tier) => {
  expect(whoReaches(network, tier, 22)).toContain('bastion');
  expect(whoReaches(synthesizedNetwork(), tier, 22)).not.toContain('bastion');
});

test('a Bastion reaches nothing of servers but SSH', () => {
  expect(whoReaches(network, 'data', 1972)).not.toContain('bastion');
  expect(whoReaches(network, 'application', 1972)).not.toContain('bastion');
});

test.each([1, 51])('fails on %d scale units', (scaleUnits) => {
  expect(() => synthesizedNetwork({ bastion: { scaleUnits } })).toThrow(
    `Network/Bastion: Bastion must have 2 to 50 scale units, got ${scaleUnits}; set scaleUnits`,
  );
});

test('a network knows its Bastion', () => {
  synthesized((stack) => {
    const withBastion = new Network(stack, 'Network', {
      resourceGroup: testResourceGroup(stack),
      addressSpace: '10.20.0.0/21',
      access: { clients: 'Internet', administrators: [] },
      bastion: {},
    });

    expect(withBastion.bastion?.id).toBeDefined();
  });
});
