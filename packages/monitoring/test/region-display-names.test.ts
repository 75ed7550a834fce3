import { regionNames } from '@iris-azure/foundation';
import { regionDisplayNames } from '../src/region-display-names';

test.each(regionNames)('%s is called by its own name, spelled for people', (name) => {
  expect(regionDisplayNames[name].replaceAll(' ', '').toLowerCase()).toBe(name);
});
