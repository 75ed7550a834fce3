import { regionNames } from '@iris-azure/foundation';
import { assertReach } from '../src/circuit-reach';
import { geopoliticalRegions } from '../src/peering-location-data';

test.each(regionNames)('%s is in one geopolitical region', (region) => {
  expect(geopoliticalRegions.filter(({ regions }) => regions.includes(region))).toHaveLength(1);
});

test('Local circuits reach regions of their own geopolitical region', () => {
  for (const { regions, locations } of geopoliticalRegions) {
    expect(regions).toEqual(expect.arrayContaining(Object.values(locations).flat()));
  }
});

test('a region whose place no page tells is reached by Premium circuits alone', () => {
  const circuit = { peeringLocation: 'Stockholm' };

  expect(() => {
    assertReach({ ...circuit, tier: 'Standard' }, 'swedensouth');
  }).toThrow("must be one of none, got 'Stockholm'; correct peeringLocation, or set tier to Premium");
  expect(() => {
    assertReach({ ...circuit, tier: 'Premium' }, 'swedensouth');
  }).not.toThrow();
});
