import { AvailabilitySet } from '@iris-azure/server';
import { synthesized, testResourceGroup } from '../../../test/support';

const set = synthesized((stack) => {
  new AvailabilitySet(stack, 'AvailabilitySet', { resourceGroup: testResourceGroup(stack), part: 'mirror' });
}).only('azurerm_availability_set');

test('an availability set has every fault domain of its region', () => {
  expect(set.values).toMatchObject({ platform_fault_domain_count: 3 });
});

test('an availability set has the most update domains that Azure has', () => {
  expect(set.values).toMatchObject({ platform_update_domain_count: 20 });
});

test('an availability set is aligned with the fault domains of managed disks', () => {
  expect(set.values).toMatchObject({ managed: true });
});

test('an availability set is named after what it holds', () => {
  expect(set.values).toMatchObject({ name: 'avail-trakcare-test-weu-mirror' });
});
