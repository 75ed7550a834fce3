import { regionNames } from '@iris-azure/foundation';
import { geopoliticalRegions } from '../src/peering-location-data';

test.each(regionNames)('%s is in one geopolitical region', (region) => {
  expect(geopoliticalRegions.filter(({ regions }) => regions.includes(region))).toHaveLength(1);
});

test('Local circuits reach regions of their own geopolitical region', () => {
  for (const { regions, locations } of geopoliticalRegions) {
    expect(regions).toEqual(expect.arrayContaining(Object.values(locations).flat()));
  }
});
