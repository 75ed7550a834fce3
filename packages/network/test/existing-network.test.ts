import { findRegion } from '@iris-azure/foundation';
import { Network, type NetworkAttributes, PublicIp, Subnet, tierNames } from '@iris-azure/network';
import { App, TerraformStack } from 'cdktf';
import { synthesized, testDeployment, testNetwork, testResourceGroup } from '../../../test/support';

const group = '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-platform';
const networkId = `${group}/providers/Microsoft.Network/virtualNetworks/vnet-spoke`;

function attributes(scope: TerraformStack, changes: Partial<NetworkAttributes> = {}): NetworkAttributes {
  const subnet = (tier: string, third: number) =>
    Subnet.fromSubnetId(scope, `Subnet-${tier}`, `${networkId}/subnets/${tier}`, `10.40.${third}.0/24`);
  const [gateway, web, application, data, management] = tierNames.map(subnet);
  return {
    deployment: testDeployment,
    region: findRegion('westeurope'),
    addressSpace: '10.40.0.0/20',
    subnets: { gateway, web, application, data, management } as NetworkAttributes['subnets'],
    ...changes,
  };
}

test('an existing network has the name, group and subnets that its ids tell, and is not made', () => {
  const made = synthesized((stack) => {
    const network = Network.fromNetworkId(stack, 'Network', networkId, attributes(stack));

    expect(network).toMatchObject({ id: networkId, name: 'vnet-spoke', addressSpace: '10.40.0.0/20' });
    expect(network.resourceGroup).toMatchObject({ id: group, name: 'rg-platform' });
    expect(network.subnets.data).toEqual({ id: `${networkId}/subnets/data`, addressRange: '10.40.3.0/24' });
  });

  expect(made.all).toEqual([]);
});

test.each([
  ['an id of another type', group, {}, /^unit\/Network: resource id must be of Microsoft\.Network\/virtualNetworks/],
  [
    'a subnet outside of its range',
    networkId,
    { addressSpace: '10.40.0.0/23' },
    /^unit\/Network: subnet 'application' must be one of the network, in 10\.40\.0\.0\/23, got '.*\/subnets\/application' with 10\.40\.2\.0\/24; set subnets\.application$/,
  ],
  [
    'a subnet of another network',
    networkId.replace('vnet-spoke', 'vnet-other'),
    {},
    /^unit\/Network: subnet 'gateway' must be one of the network/,
  ],
])('fails on %s', (_what, id, changes, message) => {
  const stack = new TerraformStack(new App(), 'unit');

  expect(() => Network.fromNetworkId(stack, 'Network', id, attributes(stack, changes))).toThrow(message);
});

test('an id in other letters is still that of the same network', () => {
  const stack = new TerraformStack(new App(), 'unit');

  expect(() => Network.fromNetworkId(stack, 'Network', networkId.toUpperCase(), attributes(stack))).not.toThrow();
});

test('a network of another stack is taken by its reference', () => {
  synthesized((stack) => {
    const { subnets } = testNetwork(testResourceGroup(stack), '10.40.0.0/20');
    const reference = testResourceGroup(stack, 'westeurope', 'other').id;

    expect(() => Network.fromNetworkId(stack, 'Network', reference, attributes(stack, { subnets }))).not.toThrow();
  });
});

test('an existing public address is known by its id', () => {
  const stack = new TerraformStack(new App(), 'unit');
  const id = `${group}/providers/Microsoft.Network/publicIPAddresses/pip-web`;

  expect(PublicIp.fromPublicIpId(stack, 'Address', id).id).toBe(id);
  expect(() => PublicIp.fromPublicIpId(stack, 'Network', networkId)).toThrow(/^unit\/Network: .* got '.*vnet-spoke'$/);
});

test('fails on an id that is none of a subnet', () => {
  const stack = new TerraformStack(new App(), 'unit');

  expect(() => Subnet.fromSubnetId(stack, 'Subnet', networkId, '10.40.0.0/24')).toThrow(
    /resource id must be of Microsoft\.Network\/virtualNetworks\/subnets/,
  );
});
