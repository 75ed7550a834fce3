import { findRegion, ResourceGroup } from '@iris-azure/foundation';
import { synthesized, testDeployment, testResourceGroup } from '../../../test/support';

test('a resource group is named after workload, environment, region and part', () => {
  const stack = synthesized((scope) => testResourceGroup(scope, 'westeurope', 'mirror'));

  expect(stack.only('azurerm_resource_group').values).toMatchObject({
    name: 'rg-trakcare-test-weu-mirror',
    location: 'westeurope',
  });
});

test("a resource group carries the environment's tags and those of the architecture", () => {
  const stack = synthesized((scope) => testResourceGroup(scope));

  expect(stack.only('azurerm_resource_group').values).toMatchObject({
    tags: { owner: 'platform', 'iris-workload': 'trakcare', 'iris-environment': 'test' },
  });
});

test("a resource's own tags come beside those of its environment", () => {
  synthesized((scope) => {
    expect(testResourceGroup(scope).tags({ 'iris-role': 'primary' })).toEqual({
      owner: 'platform',
      'iris-workload': 'trakcare',
      'iris-environment': 'test',
      'iris-role': 'primary',
    });
  });
});

test('no tag of an environment replaces those by which policies find their resources', () => {
  const deployment = { ...testDeployment, tags: { 'iris-workload': 'other' } };

  synthesized((scope) => {
    const group = new ResourceGroup(scope, 'ResourceGroup', {
      deployment,
      region: findRegion('westeurope'),
      part: 'unit',
    });

    expect(group.tags()).toMatchObject({ 'iris-workload': 'trakcare' });
  });
});

test('resources of a group are named after its environment and region', () => {
  synthesized((scope) => {
    expect(testResourceGroup(scope).nameOf('networkInterface', 'db-0')).toBe('nic-trakcare-test-weu-db-0');
  });
});

test('names that must be unique in all of Azure begin with the organization', () => {
  synthesized((scope) => {
    expect(testResourceGroup(scope).globalNameOf('applicationGateway')).toBe(
      `agw-${testDeployment.organization}-trakcare-test-weu`,
    );
  });
});

test('the location of a group is known at synthesis', () => {
  synthesized((scope) => {
    expect(testResourceGroup(scope, 'northeurope').location).toBe('northeurope');
  });
});
