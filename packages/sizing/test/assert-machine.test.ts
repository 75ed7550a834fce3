import { Refusal } from '@iris-azure/foundation';
import { assertMachine, type MachineUse, regionsOffering } from '@iris-azure/sizing';

const use: MachineUse = { size: 'Standard_E16ds_v5', region: 'westeurope', dataDisks: 8, diskType: 'Premium_LRS' };

const refusal = (change: Partial<MachineUse>) => () => assertMachine({ ...use, ...change });

test.each<[string, Partial<MachineUse>]>([
  ['a machine that takes its disks', {}],
  ['as many disks as its size takes', { dataDisks: 32 }],
  ['a size that no catalogue has', { size: 'Standard_Z1', dataDisks: 64 }],
  ['a size whose end is announced, but has not come', { size: 'Standard_D4s_v3' }],
  ['a size of constrained vCPUs', { size: 'Standard_E16-8ds_v5', dataDisks: 32 }],
  ['Premium SSD v2', { diskType: 'PremiumV2_LRS' }],
  ['a region of which no offers are known', { region: 'usgovvirginia' }],
])('%s is let through', (_what, change) => {
  expect(refusal(change)).not.toThrow();
});

test('fails on more data disks than the size takes', () => {
  expect(refusal({ size: 'Standard_E4ds_v5', dataDisks: 9 })).toThrow(
    new Refusal('a machine of size Standard_E4ds_v5 takes 8 data disks, got 9; set size to a larger one'),
  );
});

test('fails on a size that has ended, and tells when', () => {
  expect(refusal({ size: 'Standard_A3', dataDisks: 1, diskType: 'StandardSSD_LRS' })).toThrow(
    new Refusal('size Standard_A3 ended on 2024-08-31 with the Av1-series; set size to a current one'),
  );
});

test.each(['Premium_LRS', 'PremiumV2_LRS'] as const)('fails on %s disks that the size does not reach', (diskType) => {
  expect(refusal({ size: 'Standard_D13_v2', dataDisks: 1, diskType })).toThrow(
    new Refusal(`size Standard_D13_v2 reaches no ${diskType} disks; set size to one of a series that does`),
  );
});

test('fails on a size of generation 1 alone', () => {
  expect(refusal({ size: 'Standard_D13_v2', dataDisks: 1, diskType: 'StandardSSD_LRS' })).toThrow(
    new Refusal(
      'size Standard_D13_v2 runs machines of generation 1 alone, without Trusted Launch; set size to one of a series of generation 2',
    ),
  );
});

test('fails on a size that is not offered in its region, and tells where it is', () => {
  const size = 'Standard_M64-32ms_v2';

  expect(refusal({ size })).toThrow(
    `size ${size} is not offered in westeurope, but in ${regionsOffering(size).join(', ')}`,
  );
  expect(refusal({ size })).toThrow(/; set size to another, or choose another region$/);
});
