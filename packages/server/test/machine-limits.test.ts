import { diskPerformance, machineLimits, passedOn } from '@iris-azure/server';
import fc from 'fast-check';
import { journal, synthesizedServer } from './test-server';

test.each([
  [32, 120, 25],
  [64, 240, 50],
  [128, 500, 100],
  [256, 1100, 125],
  [512, 2300, 150],
  [1024, 5000, 200],
  [1025, 7500, 250],
  [32_767, 20_000, 900],
])('a Premium disk of %i GiB does %i IOPS and %i MB/s', (sizeGib, iops, throughputMbps) => {
  expect(diskPerformance({ sizeGib }, 'Premium_LRS')).toEqual({ iops, throughputMbps });
});

test('a machine passes on what its disks do together, as long as its own size allows', () => {
  const disk = { iops: 5000, throughputMbps: 200 };

  expect(passedOn('Standard_E16ds_v5', Array(2).fill(disk))).toEqual({ iops: 10_000, throughputMbps: 400 });
  expect(passedOn('Standard_E16ds_v5', Array(4).fill(disk))).toEqual({ iops: 20_000, throughputMbps: 600 });
});

test('a machine never passes on more than it may, nor more than its disks do', () => {
  const disk = fc.record({
    iops: fc.integer({ min: 120, max: 20_000 }),
    throughputMbps: fc.integer({ min: 25, max: 900 }),
  });
  fc.assert(
    fc.property(fc.array(disk), (disks) => {
      const passed = passedOn('Standard_E8ds_v5', disks);

      expect(passed?.throughputMbps).toBeLessThanOrEqual(machineLimits('Standard_E8ds_v5')?.throughputMbps ?? 0);
      expect(passed?.iops).toBeLessThanOrEqual(disks.reduce((sum, { iops }) => sum + iops, 0));
    }),
  );
});

test.each(['Standard_M64s', 'constructor'])('nothing is known of %s', (size) => {
  expect(passedOn(size, [])).toBeUndefined();
});

test('fails on more data disks than a size takes', () => {
  const dataDisks = Array.from({ length: 5 }, (_, lun) => ({ ...journal, name: `data-${lun}`, lun }));

  expect(() => synthesizedServer({ size: 'Standard_E2ds_v5', dataDisks })).toThrow(
    'a machine of size Standard_E2ds_v5 takes 4 data disks, got 5; set size to a larger one',
  );
});
