import { layOutVolumeGroup, snapshotMinutes } from '@iris-azure/backup';

test('a striped volume takes as many extents on each disk, and leaves the share free', () => {
  const layout = layOutVolumeGroup({ sizeGib: 1024, disks: 4, freePercent: 20 });

  expect(layout).toEqual({
    extentMib: 4,
    extents: 1_048_572,
    volumeExtents: 838_856,
    freeExtents: 209_716,
    volumeGib: 3276,
    freeGib: 819,
  });
});

test('volume and free extents are all that the disks have, less what LVM keeps', () => {
  const { extents, volumeExtents, freeExtents } = layOutVolumeGroup({ sizeGib: 64, disks: 3, freePercent: 5 });

  expect(volumeExtents + freeExtents).toBe(extents);
  expect(volumeExtents % 3).toBe(0);
  expect(extents).toBe(3 * (16 * 1024 - 1));
});

test('never less than the share stays free', () => {
  const { extents, freeExtents } = layOutVolumeGroup({ sizeGib: 33, disks: 7, freePercent: 15 });

  expect(freeExtents / extents).toBeGreaterThanOrEqual(0.15);
});

test('a snapshot lasts as long as its room at the rate of changes', () => {
  const layout = layOutVolumeGroup({ sizeGib: 1024, disks: 2, freePercent: 20 });

  expect(snapshotMinutes(layout, 50)).toBeCloseTo(140, 0);
});

test.each([4, 51, Number.NaN])('fails to leave %i percent free', (freePercent) => {
  expect(() => layOutVolumeGroup({ sizeGib: 512, disks: 2, freePercent })).toThrow(
    /5 to 50 percent of a volume group must stay free for snapshots, got .*; set freePercent/,
  );
});

test.each([
  [0, 512],
  [1.5, 512],
  [2, 0],
])('fails for %d disks of %d GiB', (disks, sizeGib) => {
  expect(() => layOutVolumeGroup({ sizeGib, disks, freePercent: 20 })).toThrow(/set disks/);
});
