import { computeShare, tierShare } from '@iris-azure/dr';
import fc from 'fast-check';
import { capacity } from './test-disaster-recovery';

const tier = (count: number) => ({ count, size: 'Standard_E8s_v5' });

test.each([
  [5, 100, 5],
  [5, 50, 3],
  [10, 41, 5],
  [2, 50, 2],
  [99, 1, 2],
])('of %i servers, %i percent are %i', (count, percent, share) => {
  expect(tierShare(tier(count), percent).count).toBe(share);
});

test('a share is never below two servers nor above those of the primary region', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 100 }), (count, percent) => {
      const share = tierShare(tier(count), percent).count;

      expect(share).toBeGreaterThanOrEqual(2);
      expect(share).toBeLessThanOrEqual(count);
    }),
  );
});

test('servers of a share have the size of the primary region', () => {
  expect(tierShare(tier(4), 50).size).toBe('Standard_E8s_v5');
});

test('the share holds for every tier', () => {
  const { web, application, print } = computeShare(capacity, 50);

  expect([web.count, application?.count, print?.count]).toEqual([3, 2, 4]);
});

test('host name and health path are those of the primary region', () => {
  expect(computeShare(capacity, 50)).toMatchObject({ hostName: capacity.hostName, web: { healthPath: '/health' } });
});

test.each([0, -1, 101, NaN])('fails on %d percent', (percent) => {
  expect(() => tierShare(tier(4), percent)).toThrow(
    `capacity must be 1 to 100 percent of the primary region, got ${percent}; set capacityPercent`,
  );
});
