import { applianceAddress, AzureFirewall, planSubnets } from '@iris-azure/network';
import { synthesized, testNetwork, testResourceGroup } from '../../../test/support';
import { synthesizedNetwork } from './test-network';

const byNat = synthesizedNetwork();
const byFirewall = synthesizedNetwork({ egress: { kind: 'azureFirewall' } });
const byAppliance = synthesizedNetwork({ egress: { kind: 'appliance' } });

const serverTiers = ['Application', 'Data', 'Management', 'Web'];

/** Subnets that take their routes from the route table, with its default route. */
function routed(network: typeof byNat) {
  const table = network.only('azurerm_route_table');
  return {
    routes: table.values.route,
    subnets: network
      .resources('azurerm_subnet_route_table_association')
      .map(({ values }) => (values.route_table_id === table.reference('id') ? values.subnet_id : undefined)),
  };
}

test('a network goes out by NAT when nothing else is said', () => {
  expect(byNat.resources('azurerm_nat_gateway')).toHaveLength(1);
  expect(byNat.resources('azurerm_route_table')).toEqual([]);
  expect(byNat.resources('azurerm_firewall')).toEqual([]);
});

test('servers go out by Azure Firewall, and by it alone', () => {
  const { routes, subnets } = routed(byFirewall);

  expect(routes).toEqual([
    {
      name: 'default',
      address_prefix: '0.0.0.0/0',
      next_hop_type: 'VirtualAppliance',
      next_hop_in_ip_address: byFirewall.only('azurerm_firewall').reference('ip_configuration[0].private_ip_address'),
    },
  ]);
  expect(subnets).toEqual(serverTiers.map((tier) => byFirewall.at(`Network/${tier}`).reference('id')));
  expect(byFirewall.resources('azurerm_nat_gateway')).toEqual([]);
});

test('servers go out by the address of the appliances, which is known before they stand', () => {
  const { routes, subnets } = routed(byAppliance);

  expect(routes).toMatchObject([{ next_hop_type: 'VirtualAppliance', next_hop_in_ip_address: '10.20.6.10' }]);
  expect(subnets).toEqual(serverTiers.map((tier) => byAppliance.at(`Network/${tier}`).reference('id')));
  expect(byAppliance.resources('azurerm_nat_gateway')).toEqual([]);
});

test('networks on premises keep their own routes', () => {
  expect(byFirewall.only('azurerm_route_table').values).toMatchObject({ bgp_route_propagation_enabled: true });
});

test('Azure Firewall is Premium, in all zones, in the subnet that Azure prescribes', () => {
  const subnet = byFirewall.at('Network/FirewallSubnet');

  expect(subnet.values).toMatchObject({ name: 'AzureFirewallSubnet', address_prefixes: ['10.20.5.0/26'] });
  expect(byFirewall.only('azurerm_firewall').values).toMatchObject({
    sku_name: 'AZFW_VNet',
    sku_tier: 'Premium',
    zones: ['1', '2', '3'],
    firewall_policy_id: byFirewall.only('azurerm_firewall_policy').reference('id'),
    ip_configuration: [
      {
        subnet_id: subnet.reference('id'),
        public_ip_address_id: byFirewall.at('Network/Firewall/PublicIp0').reference('id'),
      },
    ],
  });
});

test('Azure Firewall begins with its rules', () => {
  expect(byFirewall.only('azurerm_firewall').values.depends_on).toEqual([
    byFirewall.only('azurerm_firewall_policy_rule_collection_group').address,
  ]);
});

test('a second public address leaves the first where it is', () => {
  const larger = synthesizedNetwork({ egress: { kind: 'azureFirewall', publicAddressCount: 2 } });

  const [first, second] = larger.only('azurerm_firewall').blocks('ip_configuration');

  expect(first).toEqual(byFirewall.only('azurerm_firewall').block('ip_configuration'));
  expect(second).toEqual({
    name: 'public-1',
    public_ip_address_id: larger.at('Network/Firewall/PublicIp1').reference('id'),
  });
});

test.each([0, 251, 1.5])('fails on %d public addresses of a firewall', (publicAddressCount) => {
  expect(() => synthesizedNetwork({ egress: { kind: 'azureFirewall', publicAddressCount } })).toThrow(
    `Network/Firewall: firewall must have 1 to 250 public addresses, got ${publicAddressCount}; set publicAddressCount`,
  );
});

test('appliances have an outer and an inner subnet, both private', () => {
  const subnets = ['Untrust', 'Trust'].map((side) => byAppliance.at(`Network/Appliance/${side}`).values);

  expect(subnets).toMatchObject([
    { address_prefixes: ['10.20.5.192/26'], default_outbound_access_enabled: false },
    { address_prefixes: ['10.20.6.0/26'], default_outbound_access_enabled: false },
  ]);
});

test('the inner subnet of appliances takes what the network sends to the internet, the outer TLS of clients', () => {
  const allowed = (side: string) =>
    byAppliance
      .at(`Network/Appliance/${side}/SecurityGroup`)
      .blocks('security_rule')
      .filter((rule) => rule.access === 'Allow')
      .map((rule) => [
        rule.source_address_prefix ?? rule.source_address_prefixes,
        rule.destination_address_prefix,
        rule.destination_port_range ?? rule.destination_port_ranges,
      ]);

  expect(allowed('Trust')).toEqual([
    ['10.20.0.0/21', 'Internet', '*'],
    [['10.20.4.0/24', '10.20.5.64/26'], '10.20.6.0/26', ['22', '443']],
    ['AzureLoadBalancer', '*', '*'],
  ]);
  expect(allowed('Untrust')).toEqual([
    ['Internet', '*', '443'],
    ['AzureLoadBalancer', '*', '*'],
  ]);
});

test('the address of the appliances lies in the smallest network that is allowed', () => {
  expect(applianceAddress(planSubnets('10.20.8.0/21'))).toBe('10.20.14.10');
});

test.each([0, 251, 1.5])('AzureFirewall fails on %d public addresses', (publicAddressCount) => {
  const build = () =>
    synthesized((stack) => {
      const resourceGroup = testResourceGroup(stack);
      new AzureFirewall(stack, 'Firewall', {
        resourceGroup,
        subnet: testNetwork(resourceGroup).subnets.management,
        policy: { id: 'policy', rules: [] },
        publicAddressCount,
      });
    });

  expect(build).toThrow(
    `trakcare-test-unit/Firewall: firewall must have 1 to 250 public addresses, got ${publicAddressCount}; set publicAddressCount`,
  );
});
