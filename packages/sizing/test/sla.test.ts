import { compositeAvailability, machinesAvailability, minutesPerMonth } from '@iris-azure/sizing';

test.each([
  [2, 'availabilitySet', 'Premium_LRS', 0.9995],
  [2, 'zones', 'PremiumV2_LRS', 0.9999],
  [5, 'zones', 'StandardSSD_LRS', 0.9999],
  [1, 'availabilitySet', 'Premium_LRS', 0.999],
  [1, 'zones', 'StandardSSD_LRS', 0.995],
] as const)(
  'of %i machines in %s with %s disks Azure promises %f',
  (count, highAvailability, diskType, availability) => {
    expect(machinesAvailability({ count, highAvailability, diskType })).toBe(availability);
  },
);

test('a chain is weaker than each of its links', () => {
  const chain = [0.9999, 0.9995].map((availability) => ({ name: 'link', availability }));

  expect(compositeAvailability(chain)).toBeCloseTo(0.99940005, 8);
});

test('99.95 % leaves some 22 minutes of a month', () => {
  expect(minutesPerMonth(0.9995)).toBeCloseTo(21.6, 1);
});
