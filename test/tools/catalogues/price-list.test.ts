import path from 'node:path';
import { PageError } from '../../../tools/catalogues/page';
import { offersOf, readPriceList } from '../../../tools/catalogues/price-list';
import { folderOf, priceList } from './fixture-pages';

const read = (text: string) => readPriceList(path.join(folderOf({ 'prices.go': text }), 'prices.go'));

test('prices are read by region and size, with the day on which they were generated', () => {
  const { readOn, prices } = read(priceList);

  expect(readOn).toBe('2031-04-05');
  expect([...prices.keys()]).toEqual(['westeurope', 'nowhere']);
  expect(prices.get('westeurope')?.get('Standard_D6-2qs_v9')).toBe(0.25);
});

test('offers are of the sizes and regions that are asked for; 0 stands for a size that is not offered', () => {
  const sizes = ['Standard_D3qs_v9', 'Standard_D6qs_v9'];

  expect(offersOf(read(priceList), sizes, ['westeurope', 'northeurope'])).toMatchObject({
    readOn: '2031-04-05',
    sizes,
    regions: { westeurope: [0.125, 0] },
  });
});

test.each([
  ['another file', 'package pricing\n'],
  ['a list without a day', priceList.replace('generated at', 'made on')],
  ['a list without regions', '// generated at 2031-04-05T06:07:08Z\n'],
])('fails on %s', (_what, text) => {
  expect(() => read(text)).toThrow(PageError);
  expect(() => read(text)).toThrow(/prices\.go: is not the generated price list; pass the file of https:/);
});

test('fails on a file that is not there', () => {
  expect(() => readPriceList('/nowhere/prices.go')).toThrow(PageError);
});
