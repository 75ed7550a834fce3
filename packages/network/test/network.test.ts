import { Network } from '@iris-azure/network';
import { synthesized, testResourceGroup } from '../../../test/support';
import { whoReaches } from './reachability';
import { synthesizedNetwork } from './test-network';

const tiers = ['Gateway', 'Web', 'Application', 'Data', 'Management'];
const network = synthesizedNetwork();

test('the virtual network spans its address space', () => {
  expect(network.only('azurerm_virtual_network').values).toMatchObject({
    name: 'vnet-trakcare-test-weu',
    location: 'westeurope',
    address_space: ['10.20.0.0/21'],
  });
});

test('the network has a subnet for each tier and no other', () => {
  const paths = network.resources('azurerm_subnet').map((subnet) => subnet.path);

  expect(paths.sort()).toEqual(tiers.map((tier) => `Network/${tier}/Resource`).sort());
});

test.each(tiers)('the subnet of %s has no outbound access by default', (tier) => {
  expect(network.at(`Network/${tier}`).values).toMatchObject({ default_outbound_access_enabled: false });
});

test.each(tiers)('the subnet of %s is under a network security group of its own', (tier) => {
  expect(network.at(`Network/${tier}/SecurityGroupAssociation`).values).toMatchObject({
    subnet_id: network.at(`Network/${tier}`).reference('id'),
    network_security_group_id: network.at(`Network/${tier}/SecurityGroup`).reference('id'),
  });
});

test('security groups hold for private end points too', () => {
  expect(network.at('Network/Management').values).toMatchObject({
    private_endpoint_network_policies: 'NetworkSecurityGroupEnabled',
  });
});

test('every subnet but that of the gateway goes out by NAT', () => {
  const gateway = network.only('azurerm_nat_gateway').reference('id');
  const associations = network.resources('azurerm_subnet_nat_gateway_association');

  expect(associations.map((association) => association.values)).toEqual(
    ['Application', 'Data', 'Management', 'Web'].map((tier) => ({
      subnet_id: network.at(`Network/${tier}`).reference('id'),
      nat_gateway_id: gateway,
    })),
  );
});

test('the NAT gateway has one Standard static address in all zones', () => {
  const address = network.only('azurerm_public_ip');

  expect(address.values).toMatchObject({ sku: 'Standard', allocation_method: 'Static', zones: ['1', '2', '3'] });
  expect(network.only('azurerm_nat_gateway_public_ip_association').values).toMatchObject({
    public_ip_address_id: address.reference('id'),
    nat_gateway_id: network.only('azurerm_nat_gateway').reference('id'),
  });
});

test('a subnet knows its range at synthesis', () => {
  synthesized((stack) => {
    const { subnets } = new Network(stack, 'Network', {
      resourceGroup: testResourceGroup(stack),
      addressSpace: '10.20.8.0/21',
      access: { clients: 'Internet', administrators: [] },
    });

    expect(subnets.data.addressRange).toBe('10.20.11.0/24');
  });
});

test('a mirror in one region lets in no data subnet of another', () => {
  const single = synthesizedNetwork({ remoteMirrorRanges: undefined });

  expect(whoReaches(single, 'data', 2188)).toEqual(['data']);
});

test.each([
  ['10.20.0.0/22', /^trakcare-test-unit\/Network: address space must be at least a \/21 .* got '10\.20\.0\.0\/22'/],
  [
    '10.20.1.0/21',
    /^trakcare-test-unit\/Network: address range must begin at its boundary 10\.20\.0\.0\/21, got '10\.20\.1\.0\/21'/,
  ],
  ['10.20.0.0', /^trakcare-test-unit\/Network: address range must be an IPv4 range .* got '10\.20\.0\.0'/],
])('fails on the address space %s, and names the construct', (addressSpace, message) => {
  expect(() => synthesizedNetwork({ addressSpace })).toThrow(message);
});
