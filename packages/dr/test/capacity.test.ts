import { computeShare, tierShare } from '@iris-azure/dr';
import fc from 'fast-check';
import { capacity } from './test-disaster-recovery';

const tier = (count: number) => ({ count, size: 'Standard_E8s_v5' });

const counts = fc.integer({ min: 1, max: 99 });
const percents = fc.integer({ min: 0, max: 100 });

test.each([
  [5, 100, 5],
  [5, 50, 3],
  [10, 41, 5],
  [2, 50, 1],
  [99, 1, 1],
  [99, 0, 0],
])('of %i servers, at %i percent %i run', (count, percent, running) => {
  expect(tierShare(tier(count), percent).running).toBe(running);
});

test('a tier has as many servers, of the same size, as in the primary region', () => {
  fc.assert(
    fc.property(counts, percents, (count, percent) => {
      expect(tierShare(tier(count), percent)).toMatchObject(tier(count));
    }),
  );
});

test('those that run are at least the share, and less than one server above it', () => {
  fc.assert(
    fc.property(counts, percents, (count, percent) => {
      const { running } = tierShare(tier(count), percent);

      expect(running * 100).toBeGreaterThanOrEqual(count * percent);
      expect((running - 1) * 100).toBeLessThan(count * percent || 1);
    }),
  );
});

test('a larger share never stops a server', () => {
  fc.assert(
    fc.property(counts, percents, percents, (count, one, other) => {
      const running = (percent: number) => tierShare(tier(count), percent).running;

      expect(running(Math.max(one, other))).toBeGreaterThanOrEqual(running(Math.min(one, other)));
    }),
  );
});

test('the share holds for every tier', () => {
  const { web, application, print } = computeShare(capacity, 50);

  expect([web.running, application?.running, print?.running]).toEqual([3, 2, 4]);
});

test('host name and health path are those of the primary region', () => {
  expect(computeShare(capacity, 50)).toMatchObject({ hostName: capacity.hostName, web: { healthPath: '/health' } });
});

test.each([-1, 101, NaN])('fails on %d percent', (percent) => {
  expect(() => tierShare(tier(4), percent)).toThrow(
    `capacity must be 0 to 100 percent of the primary region, got ${percent}; set capacityPercent`,
  );
});
