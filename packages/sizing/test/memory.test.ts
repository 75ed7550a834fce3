import {
  largestGlobalsMb,
  linuxMemory,
  maxServerConn,
  type SharedMemorySettings,
  sharedMemoryMb,
  stripeOver,
} from '@iris-azure/sizing';
import fc from 'fast-check';

const settings: SharedMemorySettings = {
  globalsMb: 60_000,
  routinesMb: 1000,
  gmheapKb: 409_600,
  jrnbufsMb: 64,
  maxServers: 2,
  maxServerConn: 8,
};

const others: fc.Arbitrary<Omit<SharedMemorySettings, 'globalsMb'>> = fc.record({
  routinesMb: fc.nat(4000),
  gmheapKb: fc.nat(2_000_000),
  jrnbufsMb: fc.nat(1024),
  maxServers: fc.nat(255),
  maxServerConn: fc.nat(255),
});

test('shared memory is the buffers with their control blocks, the heap, the journal buffers, the connections and 300 MB', () => {
  // 60000 x 1.08 + 1000 x 1.02 + 400 + 64 + 10 x 2 + 300
  expect(sharedMemoryMb(settings)).toBe(66_604);
});

test('the largest global buffers leave what is reserved, and one MB more does not', () => {
  const memory = fc.integer({ min: 1, max: 4096 });
  const reserved = fc.nat(64_000);
  fc.assert(
    fc.property(others, memory, reserved, (rest, memoryGib, reservedMb) => {
      const globalsMb = largestGlobalsMb(rest, memoryGib, reservedMb);
      fc.pre(globalsMb > 0);

      const left = memoryGib * 1024 - reservedMb;
      expect(sharedMemoryMb({ ...rest, globalsMb })).toBeLessThanOrEqual(left);
      expect(sharedMemoryMb({ ...rest, globalsMb: globalsMb + 1 })).toBeGreaterThan(left);
    }),
    { numRuns: 2000 },
  );
});

test('global buffers that were asked for fit into the memory that their instance takes', () => {
  fc.assert(
    fc.property(others, fc.integer({ min: 1, max: 2_000_000 }), (rest, globalsMb) => {
      const total = sharedMemoryMb({ ...rest, globalsMb });

      expect(largestGlobalsMb(rest, total / 1024, 0)).toBeGreaterThanOrEqual(globalsMb);
    }),
    { numRuns: 2000 },
  );
});

test('where nothing is left, no global buffers are', () => {
  expect(largestGlobalsMb(settings, 1, 1024)).toBe(0);
});

test('Linux has huge pages for all of the shared memory, and one of a hundred more', () => {
  expect(linuxMemory(66_604, 128).hugePages).toBe(33_636);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000 }), (sharedMb) => {
      const spare = linuxMemory(sharedMb, 128).hugePages * 2 - sharedMb;

      expect(spare).toBeGreaterThanOrEqual(sharedMb / 100 - 1e-6);
      expect(spare).toBeLessThan(sharedMb / 100 + 2);
    }),
  );
});

test('Linux swaps as good as never; where memory is small, a little', () => {
  expect([16, 63, 64, 256].map((gib) => linuxMemory(1000, gib).swappiness)).toEqual([5, 5, 1, 1]);
});

test('a mirror takes the ECP clients of all regions at once, and at least one', () => {
  expect(maxServerConn([4, 2])).toBe(6);
  expect(maxServerConn([3])).toBe(3);
  expect(maxServerConn([0, 0])).toBe(1);
  expect(maxServerConn([])).toBe(1);
});

test('a volume is striped over all of its disks, by whole extents of LVM', () => {
  expect(stripeOver(4)).toEqual({ disks: 4, sizeKib: 4096 });
});
