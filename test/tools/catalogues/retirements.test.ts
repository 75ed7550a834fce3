import { PageError } from '../../../tools/catalogues/page';
import { readRetirements } from '../../../tools/catalogues/retirements';
import { pageOf, type Row, table } from './fixture-pages';

const file = 'articles/virtual-machines/sizes/list.md';
const columns = ['Series name', 'Retirement Status', 'Retirement Announcement', 'Planned Retirement Date'];
const read = (...rows: readonly Row[]) => readRetirements(pageOf(table(columns, ...rows), file), '2031-05-06');

test('each entry has its status, its day, and the pattern of its sizes', () => {
  const { retirements, source, pageDate, readOn } = read(
    ['Dv3-series', '**Announced**', '[02/02/31](a.md)', '07/08/32'],
    ['Lsv2-series', '**Retired**', '-', '1/2/2030'],
  );

  expect({ source, pageDate, readOn }).toEqual({
    source: 'https://learn.microsoft.com/azure/virtual-machines/sizes/list',
    pageDate: '2031-02-03',
    readOn: '2031-05-06',
  });
  expect(retirements.slice(1)).toEqual([
    { name: 'Dv3-series', status: 'announced', date: '2032-07-08', sizes: '^Standard_D[0-9]+i?_v3$' },
    { name: 'Lsv2-series', status: 'retired', date: '2030-01-02', sizes: '^Standard_L[0-9]+s_v2$' },
  ]);
});

test('the first A-series, which the list has no more, is there always', () => {
  expect(read(['Dv3-series', 'Announced', '', '07/08/32']).retirements[0]).toMatchObject({
    name: 'Av1-series',
    status: 'retired',
  });
});

test('an entry that is a size stands for itself', () => {
  expect(read(['Standard_M99is_v9', 'Announced', '', '07/08/32']).retirements[1]?.sizes).toBe('^Standard_M99is_v9$');
});

test('families that the catalogue does not have are left out', () => {
  expect(read(['NXv9-series', 'Retired', '', '07/08/32']).retirements).toHaveLength(1);
});

test('entries of all tables count', () => {
  const tables = ['Dv3-series', 'Ev3-series'].map((name) => table(columns, [name, 'Announced', '', '07/08/32']));
  const { retirements } = readRetirements(pageOf(tables.join('\n\n## More\n\n'), file), '2031-05-06');

  expect(retirements.map(({ name }) => name)).toEqual(['Av1-series', 'Dv3-series', 'Ev3-series']);
});

test('fails on a series of a family that is kept, whose sizes are not known', () => {
  expect(() => read(['Dqsv9-series', 'Announced', '', '07/08/32'])).toThrow(
    new PageError(`${file}: names Dqsv9-series, whose sizes are not known; add their pattern to retirements.ts`),
  );
});

test('fails on a day that is none', () => {
  expect(() => read(['Dv3-series', 'Announced', '', 'soon'])).toThrow(
    new PageError(`${file}: Dv3-series ends on 'soon', which is no month/day/year`),
  );
});

test('fails on a page without a list', () => {
  expect(() => readRetirements(pageOf('Text.', file), '2031-05-06')).toThrow(
    new PageError(`${file}: has no table with a column 'Planned Retirement Date'`),
  );
});
