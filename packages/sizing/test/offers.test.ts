import { regionNames } from '@iris-azure/foundation';
import { hourlyPrice, isOffered, machineSizes, regionsOffering, seriesOfferedIn } from '@iris-azure/sizing';
import { files } from './support/catalogues';

const regions = Object.entries(files.offers.regions);

test('a series is offered in a region where one of its sizes is', () => {
  const offered = seriesOfferedIn('westeurope');

  expect(offered).toContain('Edsv5');
  expect(offered?.every((series) => typeof series === 'string' && series !== '')).toBe(true);
  expect(seriesOfferedIn('westcentralus')).not.toEqual(offered);
});

test('of a sovereign region, and of a size that is in no list, nothing is known', () => {
  expect(seriesOfferedIn('usgovvirginia')).toBeUndefined();
  expect(isOffered('Standard_E16ds_v5', 'usgovvirginia')).toBeUndefined();
  expect(isOffered('Standard_Z1', 'westeurope')).toBeUndefined();
});

test('a size that one region lacks is offered in others', () => {
  expect(isOffered('Standard_M64-32ms_v2', 'westeurope')).toBe(false);
  expect(regionsOffering('Standard_M64-32ms_v2')).not.toContain('westeurope');
});

test('at least 25 regions of the architecture have offers, each of more than 400 sizes', () => {
  expect(regions.length).toBeGreaterThanOrEqual(25);
  for (const [region, prices] of regions) {
    expect(regionNames).toContain(region);
    expect(prices.filter((price) => price > 0).length).toBeGreaterThan(400);
  }
});

test('each region has a figure for each size of the catalogue, and none is below zero', () => {
  expect(files.offers.sizes).toEqual(machineSizes().map(({ name }) => name));
  for (const [, prices] of regions) {
    expect(prices).toHaveLength(files.offers.sizes.length);
    expect(prices.filter((price) => price < 0)).toEqual([]);
  }
});

test('every current size of a series with Trusted Launch is offered somewhere', () => {
  const nowhere = machineSizes().filter(
    ({ name, series }) => files.machineSizes.series[series]?.trustedLaunch && regionsOffering(name).length === 0,
  );

  expect(nowhere.map(({ name }) => name)).toEqual([]);
});

test('of regions that the list does not have, no price is known either', () => {
  const without = regionNames.filter((region) => !(region in files.offers.regions));

  expect(without).toEqual(expect.arrayContaining(['usgovvirginia', 'chinanorth3']));
  for (const region of without) {
    expect(isOffered('Standard_E16ds_v5', region)).toBeUndefined();
    expect(hourlyPrice('Standard_E16ds_v5', region)).toBeUndefined();
  }
});

test.each(['toString', 'constructor'])('no region is called %s', (name) => {
  expect(isOffered('Standard_E16ds_v5', name)).toBeUndefined();
  expect(hourlyPrice('Standard_E16ds_v5', name)).toBeUndefined();
});

test('a size of fewer vCPUs costs as much as its base size, since its licences alone cost less', () => {
  expect(hourlyPrice('Standard_E16-8ds_v5', 'westeurope')).toBe(hourlyPrice('Standard_E16ds_v5', 'westeurope'));
});
