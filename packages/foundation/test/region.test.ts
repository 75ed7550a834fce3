import { findRegion, regionNames } from '@iris-azure/foundation';

test('West Europe and North Europe are paired and have three fault domains', () => {
  expect(findRegion('westeurope')).toMatchObject({ code: 'weu', pair: 'northeurope', faultDomains: 3 });
  expect(findRegion('northeurope')).toMatchObject({ code: 'neu', pair: 'westeurope', faultDomains: 3 });
});

test.each(regionNames)('%s is found under its own name', (name) => {
  expect(findRegion(name).name).toBe(name);
});

test('no two regions share a code, which distinguishes the names of their resources', () => {
  const codes = regionNames.map((name) => findRegion(name).code);

  expect(new Set(codes).size).toBe(regionNames.length);
});

test.each(['mars', 'WestEurope', 'constructor', ''])('fails on %j, with the regions that there are', (name) => {
  expect(() => findRegion(name)).toThrow(`region must be one of ${regionNames.join(', ')}, got '${name}'`);
});
