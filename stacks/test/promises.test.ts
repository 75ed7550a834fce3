import path from 'node:path';
import { type Environment, type EnvironmentOf, readEnvironment } from '@iris-azure/foundation';
import { compositeAvailability } from '@iris-azure/sizing';
import { environmentsFolder, promisesOf } from '@iris-azure/stacks';

const production = readEnvironment(path.join(environmentsFolder, 'trakcare-prod.yaml')) as EnvironmentOf<'trakcare'>;
const byExpressRoute = readEnvironment(path.join(environmentsFolder, 'healthshare-prod.yaml'));

const namesOf = (environment: Environment) => promisesOf(environment).users.map(({ name }) => name);

test('users from the internet need Traffic Manager, the gateway, and a machine of every tier', () => {
  expect(namesOf(production)).toEqual([
    'Traffic Manager',
    'Application Gateway',
    '3 web servers',
    '2 application servers',
    '2 failover members',
  ]);
  expect(compositeAvailability(promisesOf(production).users)).toBeCloseTo(0.9979, 5);
});

test('direct clients need the load balancer that follows the primary, and a failover member', () => {
  expect(promisesOf(production).directClients.map(({ name }) => name)).toEqual(['load balancer', '2 failover members']);
});

test('zones promise more of every tier', () => {
  const { users } = promisesOf({ ...production, highAvailability: 'zones' });

  expect(users.slice(2).map(({ availability }) => availability)).toEqual([0.9999, 0.9999, 0.9999]);
});

test('users by ExpressRoute need circuit and gateway, and no Traffic Manager', () => {
  expect(namesOf(byExpressRoute).slice(0, 3)).toEqual([
    'ExpressRoute circuit',
    'ExpressRoute gateway',
    'Application Gateway',
  ]);
});

test('users by VPN need its gateway', () => {
  const { primary } = byExpressRoute.connectivity ?? {};
  const byVpn = { ...byExpressRoute, connectivity: { primary: { vpn: primary?.vpn } } };

  expect(namesOf(byVpn).slice(0, 2)).toEqual(['VPN gateway', 'Application Gateway']);
});

test('nothing is counted of a way in that others make', () => {
  expect(namesOf({ ...byExpressRoute, connectivity: undefined })[0]).toBe('Application Gateway');
});

test('without a second region there is no Traffic Manager to need, and single servers count as such', () => {
  const { users } = promisesOf({
    ...production,
    diskType: 'StandardSSD_LRS',
    disasterRecovery: undefined,
    web: { ...production.web, count: 1 },
  });

  expect(users.slice(0, 2)).toEqual([
    { name: 'Application Gateway', availability: 0.9995 },
    { name: '1 web server', availability: 0.995 },
  ]);
});
