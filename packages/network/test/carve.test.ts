import { carve, type SubnetSlot } from '@iris-azure/network';
import { Address4 } from 'ip-address';
import fc from 'fast-check';

/** Slots of distinct names, from /22 to /29. */
const slots = fc
  .array(fc.integer({ min: 22, max: 29 }), { minLength: 1, maxLength: 8 })
  .map((lengths) => lengths.map((prefixLength, index): SubnetSlot<string> => ({ name: `slot${index}`, prefixLength })));

/** Address spaces of a /16 at their own boundary, which hold any eight of those slots. */
const space = fc.tuple(fc.nat(255), fc.nat(255)).map(([first, second]) => `${first}.${second}.0.0/16`);

/** First and last address of a range. */
function bounds(range: string): readonly [bigint, bigint] {
  const parsed = new Address4(range);
  return [parsed.startAddress().bigInt(), parsed.endAddress().bigInt()];
}

test('slots take their ranges one after the other', () => {
  const ranges = carve('10.20.0.0/22', [
    { name: 'web', prefixLength: 24 },
    { name: 'data', prefixLength: 25 },
    { name: 'spare', prefixLength: 26 },
  ]);

  expect(ranges).toEqual({ web: '10.20.0.0/24', data: '10.20.1.0/25', spare: '10.20.1.128/26' });
});

test('a larger slot after a smaller one begins at its own boundary', () => {
  const ranges = carve('10.20.0.0/22', [
    { name: 'small', prefixLength: 26 },
    { name: 'large', prefixLength: 24 },
  ]);

  expect(ranges).toEqual({ small: '10.20.0.0/26', large: '10.20.1.0/24' });
});

test('slots may fill their space to the last address', () => {
  const ranges = carve('255.255.254.0/23', [
    { name: 'lower', prefixLength: 24 },
    { name: 'upper', prefixLength: 24 },
  ]);

  expect(ranges.upper).toBe('255.255.255.0/24');
});

test('every range lies inside its space', () => {
  fc.assert(
    fc.property(space, slots, (addressSpace, list) => {
      const [first, last] = bounds(addressSpace);

      for (const range of Object.values(carve(addressSpace, list))) {
        const [start, end] = bounds(range);
        expect(start >= first && end <= last).toBe(true);
      }
    }),
  );
});

test('no two ranges overlap', () => {
  fc.assert(
    fc.property(space, slots, (addressSpace, list) => {
      const ranges = Object.values(carve(addressSpace, list)).map(bounds);
      const sorted = ranges.sort(([left], [right]) => Number(left - right));

      sorted.slice(1).forEach(([start], index) => {
        expect(start > (sorted[index]?.[1] ?? start)).toBe(true);
      });
    }),
  );
});

test('every range has the length of its slot and begins at its own boundary', () => {
  fc.assert(
    fc.property(space, slots, (addressSpace, list) => {
      const ranges = carve(addressSpace, list);

      for (const { name, prefixLength } of list) {
        const range = new Address4(ranges[name] ?? '');
        expect(range.subnetMask).toBe(prefixLength);
        expect(range.startAddress().correctForm()).toBe(range.correctForm());
      }
    }),
  );
});

test('a slot that is appended moves none of those before it', () => {
  fc.assert(
    fc.property(space, slots, fc.integer({ min: 22, max: 29 }), (addressSpace, list, prefixLength) => {
      const before = carve(addressSpace, list);
      const after = carve(addressSpace, [...list, { name: 'appended', prefixLength }]);

      expect(after).toMatchObject(before);
    }),
  );
});

test('fails on a space that is too small, and names one that will do', () => {
  fc.assert(
    fc.property(slots, (list) => {
      let refusal = '';
      try {
        carve('10.20.0.0/30', list);
      } catch (error) {
        refusal = (error as Error).message;
      }
      const proposed = /at least a \/(\d+) /.exec(refusal)?.[1];

      expect(Object.keys(carve(`10.0.0.0/${proposed}`, list))).toHaveLength(list.length);
      expect(() => carve(`10.0.0.0/${Number(proposed) + 1}`, list)).toThrow(`at least a /${proposed}`);
    }),
  );
});

test('fails on a space that is too small, and says how many addresses are needed and there', () => {
  const two = [
    { name: 'web', prefixLength: 24 },
    { name: 'data', prefixLength: 24 },
  ];

  expect(() => carve('255.255.255.0/24', two)).toThrow(
    `address space must be at least a /23 (512 addresses for 2 subnets), got '255.255.255.0/24' (256 addresses); ` +
      'set addressSpace to a larger range',
  );
});

test('fails on a space that does not begin at its boundary, and names the boundary', () => {
  expect(() => carve('10.20.1.0/21', [])).toThrow(
    `address range must begin at its boundary 10.20.0.0/21, got '10.20.1.0/21'`,
  );
});

test.each(['', '10.20.0.0', '10.20.0.0/33', '10.20.0/21', 'fd00::/48', 'ten'])(
  'fails on %j, which is no IPv4 range',
  (wrong) => {
    expect(() => carve(wrong, [])).toThrow(`address range must be an IPv4 range such as 10.20.0.0/21, got '${wrong}'`);
  },
);
