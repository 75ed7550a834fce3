import { findRegion, parseResourceId, Refusal, ResourceGroup } from '@iris-azure/foundation';
import { App, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { synthesized, testDeployment, testResourceGroup } from '../../../test/support';

const subscription = '/subscriptions/11111111-1111-1111-1111-111111111111';
const network = `${subscription}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub`;
const attributes = { deployment: testDeployment, region: findRegion('westeurope') };

test.each([
  [`${subscription}/resourceGroups/rg-hub`, 'Microsoft.Resources/resourceGroups', 'rg-hub'],
  [network, 'Microsoft.Network/virtualNetworks', 'vnet-hub'],
  [`${network}/subnets/snet-web`, 'Microsoft.Network/virtualNetworks/subnets', 'snet-web'],
  [network.toLowerCase(), 'Microsoft.Network/virtualNetworks', 'vnet-hub'],
])('%s is an id of %s', (id, type, name) => {
  expect(parseResourceId(id, type)).toEqual({
    subscriptionId: '11111111-1111-1111-1111-111111111111',
    resourceGroupName: 'rg-hub',
    name,
  });
});

test.each([
  ['vnet-hub'],
  [''],
  [`${network}/subnets/snet-web`],
  [`${network}/`],
  [network.replace('virtualNetworks', 'privateDnsZones')],
  [network.replace('vnet-hub', '')],
  [network.slice(1)],
])("fails on '%s', which is no id of a virtual network", (id) => {
  const parse = () => parseResourceId(id, 'Microsoft.Network/virtualNetworks');

  expect(parse).toThrow(Refusal);
  expect(parse).toThrow(
    `resource id must be of Microsoft.Network/virtualNetworks, as /subscriptions/SUBSCRIPTION/resourceGroups/NAME/` +
      `providers/Microsoft.Network/virtualNetworks/NAME, got '${id}'`,
  );
});

test('an id that only Terraform knows is taken apart by Terraform', () => {
  const stack = synthesized((scope) => {
    const { name } = parseResourceId(testResourceGroup(scope).id, 'Microsoft.Resources/resourceGroups');
    new TerraformOutput(scope, 'Name', { value: name });
  });

  expect(JSON.stringify(stack.document.output)).toMatch(
    /\$\{element\(split\(\\"\/\\", azurerm_resource_group\.[\w-]+\.id\), 4\)\}/,
  );
});

test('an existing resource group names and tags what is made in it, and is not made', () => {
  const stack = synthesized((scope) => {
    const group = ResourceGroup.fromResourceGroupId(
      scope,
      'Group',
      `${subscription}/resourceGroups/rg-hub`,
      attributes,
    );

    expect(group).toMatchObject({ name: 'rg-hub', location: 'westeurope' });
    expect(group.nameOf('keyVault')).toBe('kv-trakcare-test-weu');
    expect(group.tags()).toMatchObject({ 'iris-environment': 'test' });
  });

  expect(stack.all).toEqual([]);
});

test('fails on an id of another type, and names the construct', () => {
  const stack = new TerraformStack(new App(), 'unit');

  expect(() => ResourceGroup.fromResourceGroupId(stack, 'Group', network, attributes)).toThrow(
    /^unit\/Group: resource id must be of Microsoft\.Resources\/resourceGroups, .* got '/,
  );
});

test('no check misfires on an id that Terraform computes', () => {
  const id = Fn.join('/', ['', 'subscriptions', 'x']);

  expect(() => parseResourceId(id, 'Microsoft.Network/virtualNetworks')).not.toThrow();
});
