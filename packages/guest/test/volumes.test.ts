import { type DataDiskSpec, layOutVolumes } from '@iris-azure/sizing';
import fc from 'fast-check';
import { renderVolumes } from '../src/volumes';

const laidOut = (disks: number): DataDiskSpec[] =>
  layOutVolumes({
    installation: { sizeGib: 64 },
    database: { sizeGib: 1024, disks },
    wij: { sizeGib: 128 },
    journal: { sizeGib: 512 },
    alternateJournal: { sizeGib: 256 },
  });

test('each volume is a line with its LUNs; databases are striped by whole extents', () => {
  expect(renderVolumes(laidOut(4), 15)).toBe(
    [
      'installation\t0\t/iris/install\txfs\t0\t0',
      'wij\t1\t/iris/wij\txfs\t0\t0',
      'journal\t2\t/iris/journal\txfs\t0\t0',
      'alternate-journal\t3\t/iris/alternate-journal\txfs\t0\t0',
      'database\t8,9,10,11\t/iris/databases\txfs\t4096\t15',
      '',
    ].join('\n'),
  );
});

test('the order of disks does not matter, and each LUN is there once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 16 }).chain((count) => fc.shuffledSubarray(laidOut(count), { minLength: 4 + count })),
      (disks) => {
        const text = renderVolumes(disks, 0);

        expect(text).toBe(
          renderVolumes(
            [...disks].sort((one, other) => one.lun - other.lun),
            0,
          ),
        );
        const luns = text
          .trimEnd()
          .split('\n')
          .flatMap((line) => line.split('\t')[1]?.split(',') ?? []);
        expect(luns.map(Number).sort((one, other) => one - other)).toEqual(
          disks.map(({ lun }) => lun).sort((one, other) => one - other),
        );
      },
    ),
  );
});

test.each([
  [
    'a share that is no percentage',
    () => renderVolumes(laidOut(2), 51),
    'databaseFreePercent must be a whole number from 0 to 50, got 51',
  ],
  [
    'two disks at one LUN',
    () =>
      renderVolumes(
        laidOut(2).map((disk) => ({ ...disk, lun: 0 })),
        0,
      ),
    'disks must have a LUN each',
  ],
  ['a volume without disks', () => renderVolumes(laidOut(2).slice(1), 0), 'got none of installation'],
  [
    'a volume that is unknown',
    () => renderVolumes([...laidOut(2), { name: 'x', volume: 'x', lun: 63, sizeGib: 4, caching: 'None' }], 0),
    "a disk must be of one of the volumes installation, database, wij, journal, alternate-journal, got 'x'",
  ],
])('fails for %s', (_, render, message) => {
  expect(render).toThrow(message);
});
