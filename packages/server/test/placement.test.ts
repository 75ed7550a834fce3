import { findRegion, ResourceGroup } from '@iris-azure/foundation';
import { spread } from '@iris-azure/server';
import { synthesized, testDeployment, testResourceGroup } from '../../../test/support';

test('servers in an availability set all join one, which is made for them', () => {
  const stack = synthesized((scope) => {
    const placement = spread(scope, {
      resourceGroup: testResourceGroup(scope),
      part: 'web',
      highAvailability: 'availabilitySet',
    });

    expect(placement(0)).toEqual(placement(7));
  });

  expect(stack.only('azurerm_availability_set').values).toMatchObject({ name: 'avail-trakcare-test-weu-web' });
});

test('servers in zones are spread over them by their numbers, and no set is made', () => {
  const stack = synthesized((scope) => {
    const placement = spread(scope, {
      resourceGroup: testResourceGroup(scope),
      part: 'web',
      highAvailability: 'zones',
    });

    expect([0, 1, 2, 3].map((number) => placement(number))).toEqual(
      ['1', '2', '3', '1'].map((zone) => ({ kind: 'zone', zone })),
    );
  });

  expect(stack.resources('azurerm_availability_set')).toEqual([]);
});

test('fails on zones in a region without them, and names it', () => {
  const build = () =>
    synthesized((scope) => {
      const region = findRegion('westus');
      const resourceGroup = new ResourceGroup(scope, 'ResourceGroup', {
        deployment: testDeployment,
        region,
        part: 'unit',
      });
      spread(scope, { resourceGroup, part: 'web', highAvailability: 'zones' })(0);
    });

  expect(build).toThrow(
    "region must have availability zones with high availability 'zones', got 'westus'; " +
      'set highAvailability to availabilitySet, or choose a region with zones',
  );
});
