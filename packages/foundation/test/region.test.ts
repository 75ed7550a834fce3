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

/** Regions whose pair is paired with another one, as Microsoft's list has it. */
const pairedInOneDirection: Readonly<Record<string, string>> = { brazilsouth: 'southcentralus', westus3: 'eastus' };

test.each(regionNames)('%s has a pair in its own cloud, which the catalogue knows', (name) => {
  const { pair, cloud } = findRegion(name);

  expect(pair).not.toBe(name);
  expect(findRegion(pair).cloud).toBe(cloud);
});

test.each(regionNames)('the pair of %s has it as its own pair, unless the list pairs them in one direction', (name) => {
  const { pair } = findRegion(name);
  const isMutual = findRegion(pair).pair === name;

  expect(isMutual ? undefined : pair).toBe(pairedInOneDirection[name]);
});

test.each(regionNames)('%s has three zones or none', (name) => {
  expect([0, 3]).toContain(findRegion(name).zones.length);
});

test.each(regionNames)('the code of %s is of two to four letters and digits', (name) => {
  expect(findRegion(name).code).toMatch(/^[a-z][a-z0-9]{1,3}$/u);
});

test.each(['mars', 'WestEurope', 'constructor', ''])('fails on %j, with the regions that there are', (name) => {
  expect(() => findRegion(name)).toThrow(`region must be one of ${regionNames.join(', ')}, got '${name}'`);
});
