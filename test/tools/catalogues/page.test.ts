import { PageError, plain, readPage, tableOf } from '../../../tools/catalogues/page';
import { folderOf, pageOf, table } from './fixture-pages';

test('a page tells its address, its day and its text', () => {
  expect(pageOf('Text.')).toMatchObject({
    source: 'https://learn.microsoft.com/azure/virtual-machines/sizes/dqsv9-series',
    date: '2031-02-03',
    text: '\nText.\n',
  });
});

test('a page that is included has its day too, which stands a space further in', () => {
  const folder = folderOf({ 'includes/a.md': '---\n title: include file\n ms.date: 11/12/2030\n---\nText.\n' });

  expect(readPage(folder, 'includes/a.md').date).toBe('2030-11-12');
});

test.each([
  ['without front matter', '# Title\n\nms.date: 02/03/2031\n'],
  ['without a date', '---\ntitle: Title\n---\n\nText.\n'],
  ['with a date of another form', '---\nms.date: 2031-02-03\n---\n\nText.\n'],
])('fails on a page %s', (_what, text) => {
  expect(() => readPage(folderOf({ 'a.md': text }), 'a.md')).toThrow(
    new PageError('a.md: has no ms.date in its front matter; download the page as its repository has it'),
  );
});

test('fails on a page that is not there', () => {
  const folder = folderOf({});

  expect(() => readPage(folder, 'articles/a.md')).toThrow(
    new PageError(`articles/a.md: is not in ${folder}; download it to the path that it has in its repository`),
  );
});

test.each([
  ['Burst<sup>1</sup> IOPS', 'Burst IOPS'],
  ['Standard_A0&nbsp;<sup>1</sup>', 'Standard_A0'],
  ['[Guide](../a.md)', 'Guide'],
  ['**Announced**', 'Announced'],
  ['<nobr>Standard HDD</nobr>', 'Standard HDD'],
  ['`a`  \u00a0 b', 'a b'],
])('%j is the plain text %j', (cell, text) => {
  expect(plain(cell)).toBe(text);
});

test('a table has the names of its columns and its cells', () => {
  const [found] = pageOf(table(['A', 'B'], [1, '**2**'])).tokens.flatMap((token) => tableOf(token) ?? []);

  expect(found).toEqual({ columns: ['A', 'B'], rows: [['1', '2']] });
});
