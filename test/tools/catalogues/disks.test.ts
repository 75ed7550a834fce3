import { readDisks } from '../../../tools/catalogues/disks';
import { PageError } from '../../../tools/catalogues/page';
import { folderOf, pages, pageText, sentences, table, tiers } from './fixture-pages';

const overview = 'articles/virtual-machines/disks-types.md';
const premium = 'includes/disk-storage-premium-ssd-sizes.md';

const read = (change: Readonly<Record<string, string | undefined>> = {}) =>
  readDisks(folderOf({ ...pages, ...change }), '2031-05-06');

test('each column of a table of tiers is a tier', () => {
  expect(read().tiers.Premium_LRS).toEqual([
    { name: 'T1', sizeGib: 10, iops: 100, throughputMbps: 10, burst: { iops: 150, throughputMbps: 15 } },
    { name: 'T2', sizeGib: 1000, iops: 1100, throughputMbps: 20, burst: { iops: 1500, throughputMbps: 25 } },
    { name: 'T3', sizeGib: 2000, iops: 2200, throughputMbps: 30 },
  ]);
});

test('disks without bursts have a table without them', () => {
  const plain = tiers.split('\n').filter((row) => !row.includes('burst'));

  expect(read({ [premium]: pageText(plain.join('\n')) }).tiers.Premium_LRS[0]).toEqual({
    name: 'T1',
    sizeGib: 10,
    iops: 100,
    throughputMbps: 10,
  });
});

test('limits of disks whose performance is asked for are read from sentences', () => {
  expect(read().provisioned).toEqual({
    PremiumV2_LRS: {
      sizeGib: { least: 1, most: 65_536 },
      iops: { least: 2100, most: 61_000, perGib: 300 },
      throughputMbps: { least: 110, most: 1900, perIops: 0.5 },
    },
    UltraSSD_LRS: {
      sizeGib: { least: 2, most: 32_768 },
      iops: { least: 90, most: 250_000, perGib: 900 },
      throughputMbps: { least: 3, most: 9000, perIops: 0.125 },
    },
  });
});

test('each type tells the published page and the day of its table', () => {
  const { sources, readOn } = read({ [premium]: pageText(tiers, '09/10/2029') });

  expect(readOn).toBe('2031-05-06');
  expect(sources['Premium_LRS']).toEqual({
    source: 'https://learn.microsoft.com/azure/virtual-machines/disks-types',
    pageDate: '2029-09-10',
  });
  expect(sources['UltraSSD_LRS']?.pageDate).toBe('2031-02-03');
});

test.each(Object.entries(sentences))('fails on a page without the sentence of %s', (_name, sentence) => {
  const rest = Object.values(sentences).filter((other) => other !== sentence);

  const reading = () => read({ [overview]: pageText(rest.join('\n\n')) });

  expect(reading).toThrow(PageError);
  expect(reading).toThrow(`${overview}: has no sentence that fits `);
});

test('fails on a page without a table of tiers', () => {
  expect(() => read({ [premium]: pageText('Text.') })).toThrow(new PageError(`${premium}: has no table of sizes`));
});

test.each(['Disk size', 'Base IOPS', 'Base throughput'])('fails on a table without the row of %s', (label) => {
  const rows = tiers.split('\n').filter((row) => !row.includes(label));

  const reading = () => read({ [premium]: pageText(rows.join('\n')) });

  expect(reading).toThrow(PageError);
  expect(reading).toThrow(`${premium}: its table has no row that fits `);
});

test('fails on a page that is not there', () => {
  expect(() => read({ [premium]: undefined })).toThrow(`${premium}: is not in `);
});

test('fails on a cell without a figure', () => {
  const cells = table(
    ['Sizes', 'T1'],
    ['Disk size in GiB', 10],
    ['Base IOPS per disk', ''],
    ['Base throughput per disk', 5],
  );

  expect(() => read({ [premium]: pageText(cells) })).toThrow(
    new PageError(`${premium}: T1 has no figure in the row Base IOPS per disk`),
  );
});
