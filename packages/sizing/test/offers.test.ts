import { isOffered, regionsOffering, seriesOfferedIn } from '@iris-azure/sizing';

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
