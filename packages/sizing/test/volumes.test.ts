import { layOutVolumes, type MirrorVolumes } from '@iris-azure/sizing';
import fc from 'fast-check';

const volumes: MirrorVolumes = {
  installation: { sizeGib: 64 },
  database: { sizeGib: 1024, disks: 4 },
  wij: { sizeGib: 128 },
  journal: { sizeGib: 512 },
  alternateJournal: { sizeGib: 256 },
};

const withDatabase = (database: MirrorVolumes['database']) => layOutVolumes({ ...volumes, database });
const disks = fc.integer({ min: 2, max: 16 });

test('installation, WIJ and both journals have a disk each, of the size that is asked for', () => {
  const single = layOutVolumes(volumes).filter((disk) => disk.volume !== 'database');

  expect(single.map(({ volume, sizeGib }) => [volume, sizeGib])).toEqual([
    ['installation', 64],
    ['wij', 128],
    ['journal', 512],
    ['alternate-journal', 256],
  ]);
});

test('databases have several disks of one size', () => {
  const database = layOutVolumes(volumes).filter((disk) => disk.volume === 'database');

  expect(database.map((disk) => disk.sizeGib)).toEqual([1024, 1024, 1024, 1024]);
});

test('each disk has its own LUN and its own name', () => {
  fc.assert(
    fc.property(disks, (count) => {
      const layout = withDatabase({ sizeGib: 256, disks: count });

      expect(new Set(layout.map((disk) => disk.lun)).size).toBe(layout.length);
      expect(new Set(layout.map((disk) => disk.name)).size).toBe(layout.length);
    }),
  );
});

test('a database disk that is added moves no other and keeps its name', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), (count) => {
      const before = withDatabase({ sizeGib: 256, disks: count });
      const after = withDatabase({ sizeGib: 256, disks: count + 1 });

      expect(after).toEqual(expect.arrayContaining(before));
      expect(after).toHaveLength(before.length + 1);
    }),
  );
});

test('what is written in sequence has no host cache', () => {
  const sequential = layOutVolumes(volumes).filter((disk) =>
    ['wij', 'journal', 'alternate-journal'].includes(disk.volume),
  );

  expect(sequential.map((disk) => disk.caching)).toEqual(['None', 'None', 'None']);
});

test('databases and installation are cached for reading', () => {
  const read = layOutVolumes(volumes).filter((disk) => ['installation', 'database'].includes(disk.volume));

  expect(new Set(read.map((disk) => disk.caching))).toEqual(new Set(['ReadOnly']));
});

test('a database disk beyond 4095 GiB, which no host caches, has no cache', () => {
  const cachingOf = (sizeGib: number) =>
    withDatabase({ sizeGib, disks: 2 }).find((disk) => disk.volume === 'database')?.caching;

  expect(cachingOf(4095)).toBe('ReadOnly');
  expect(cachingOf(4096)).toBe('None');
});

test.each([0, 1, 17, 2.5])('fails on databases over %d disks', (count) => {
  expect(() => withDatabase({ sizeGib: 256, disks: count })).toThrow(
    `databases must be striped over 2 to 16 disks, got ${count}; set volumes.database.disks`,
  );
});
