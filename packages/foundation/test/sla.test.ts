import {
  compositeAvailability,
  machinesAvailability,
  minutesPerMonth,
  parseEnvironment,
  promisesOf,
} from '@iris-azure/foundation';
import { environmentTextWith } from './environment-text';

const promises = (fields: Readonly<Record<string, unknown>> = {}) =>
  promisesOf(parseEnvironment(environmentTextWith(fields), 'test.yaml'));

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

test('users need Traffic Manager, the gateway, and a machine of every tier', () => {
  const { users } = promises();

  expect(users.map(({ name }) => name)).toEqual([
    'Traffic Manager',
    'Application Gateway',
    '2 web servers',
    '2 application servers',
    '2 failover members',
  ]);
  expect(compositeAvailability(users)).toBeCloseTo(0.9979, 5);
});

test('direct clients need the load balancer that follows the primary, and a failover member', () => {
  expect(promises().directClients.map(({ name }) => name)).toEqual(['load balancer', '2 failover members']);
});

test('zones promise more of every tier', () => {
  const { users } = promises({ highAvailability: 'zones', baseline: 'zonal' });

  expect(users.slice(2).map(({ availability }) => availability)).toEqual([0.9999, 0.9999, 0.9999]);
});

test('without a second region there is no Traffic Manager to need, and single servers count as such', () => {
  const { users } = promises({
    environment: 'dev',
    baseline: 'nonproduction',
    diskType: 'StandardSSD_LRS',
    disasterRecovery: undefined,
    'web.count': 1,
  });

  expect(users[0]?.name).toBe('Application Gateway');
  expect(users[1]).toEqual({ name: '1 web server', availability: 0.995 });
});
