import { type TierName, tierNames } from '@iris-azure/network';
import { leaves, type PartyName, rulesOf, whoReaches } from './reachability';
import { synthesizedNetwork } from './test-network';

const network = synthesizedNetwork();

/** Every party that is let in, by tier and port: nobody else is. */
test.each<[TierName, number | 'Icmp', readonly PartyName[]]>([
  ['gateway', 443, ['internet', 'load balancer probe', 'Traffic Manager', 'Gateway Manager']],
  ['gateway', 65300, ['load balancer probe', 'Gateway Manager']],
  ['gateway', 80, ['load balancer probe']],
  ['gateway', 22, ['load balancer probe']],
  ['gateway', 1972, ['load balancer probe']],
  ['web', 443, [...tierNames, 'internet', 'load balancer probe', 'Traffic Manager', 'Gateway Manager', 'bastion']],
  ['web', 80, []],
  ['web', 22, ['management']],
  ['web', 1972, []],
  ['web', 2188, []],
  ['web', 'Icmp', []],
  ['application', 1972, ['web']],
  ['application', 443, []],
  ['application', 80, []],
  ['application', 22, ['management']],
  ['application', 2188, []],
  ['application', 'Icmp', []],
  ['data', 1972, ['web', 'application', 'data', 'data in disaster recovery']],
  ['data', 2188, ['data', 'data in disaster recovery']],
  ['data', 'Icmp', ['data', 'data in disaster recovery']],
  ['data', 80, ['load balancer probe']],
  ['data', 22, ['management']],
  ['data', 443, []],
  ['data', 52773, []],
  ['management', 22, ['administrator']],
  ['management', 443, [...tierNames, 'bastion']],
  ['management', 445, []],
  ['management', 1972, []],
  ['management', 3389, []],
])('%s is reached on %s by %j alone', (tier, port, allowed) => {
  expect(whoReaches(network, tier, port)).toEqual(allowed);
});

test.each([22, 80, 1972, 2188, 3389, 52773, 57772])('the internet reaches port %i of no tier', (port) => {
  expect(tierNames.filter((tier) => whoReaches(network, tier, port).includes('internet'))).toEqual([]);
});

test('clients with ranges of their own keep the rest of the internet out', () => {
  const closed = synthesizedNetwork({ access: { clients: ['10.250.0.0/24', '192.0.2.0/24'], administrators: [] } });

  expect(whoReaches(closed, 'web', 443)).toEqual([...tierNames, 'administrator', 'load balancer probe', 'bastion']);
});

test('a site behind a gateway reaches what its range is let in to, and nothing else', () => {
  const site = '10.251.0.0/16';
  const open = synthesizedNetwork({ access: { clients: [site], administrators: [site] } });
  const reached = tierNames.flatMap((tier) =>
    [22, 80, 443, 1972, 2188, 3389, 'Icmp' as const]
      .filter((port) => whoReaches(open, tier, port).includes('site behind a gateway'))
      .map((port) => `${tier} ${port}`),
  );

  expect(reached).toEqual(['gateway 443', 'web 443', 'management 22']);
});

test('print servers reach printers of a site behind a gateway', () => {
  expect(leaves(network, 'application', 'site behind a gateway', 9100)).toBe(true);
});

test('Traffic Manager reaches the gateway when clients have ranges of their own', () => {
  const closed = synthesizedNetwork({ access: { clients: ['192.0.2.0/24'], administrators: [] } });

  expect(whoReaches(closed, 'gateway', 443)).toEqual(['load balancer probe', 'Traffic Manager']);
});

test('where users come by VPN or ExpressRoute, both front ends of the gateway are reached on their own addresses', () => {
  const closed = synthesizedNetwork({ access: { clients: ['10.250.0.0/24'], administrators: [] } });
  const destinations = rulesOf(closed, 'gateway')
    .filter(({ name }) => name.startsWith('AllowHttps'))
    .map((rule) => rule.destination_address_prefix);

  expect(destinations).toEqual(['*', '*']);
  expect(whoReaches(closed, 'gateway', 443)).toEqual(['administrator', 'load balancer probe', 'Traffic Manager']);
});

test('the gateway alone reaches web servers by plain HTTP where it takes TLS off', () => {
  expect(whoReaches(synthesizedNetwork({ backendTls: 'offloaded' }), 'web', 80)).toEqual(['gateway']);
});

test('without administrators nobody reaches the management subnet by SSH', () => {
  const closed = synthesizedNetwork({ access: { clients: 'Internet', administrators: [] } });

  expect(whoReaches(closed, 'management', 22)).toEqual([]);
});

test('with file shares the data subnet alone reaches their private end points by SMB', () => {
  expect(whoReaches(synthesizedNetwork({ fileShares: true }), 'management', 445)).toEqual(['data']);
});

test('every rule names a source, without which Azure refuses it', () => {
  const closed = synthesizedNetwork({ access: { clients: 'Internet', administrators: [] } });

  const withoutSource = tierNames
    .flatMap((tier) => rulesOf(closed, tier))
    .filter((rule) => !rule.source_address_prefix && !rule.source_address_prefixes?.length);

  expect(withoutSource).toEqual([]);
});

test.each([22, 3389])('no tier but management reaches port %i of another, or of a peered network', (port) => {
  const targets = [...tierNames, 'data in disaster recovery'] as const;

  const ways = tierNames.flatMap((from) => targets.filter((to) => leaves(network, from, to, port)).map(() => from));

  expect(new Set(ways)).toEqual(new Set(['management']));
});

test('every tier reaches the internet by TLS, for updates', () => {
  expect(tierNames.filter((tier) => leaves(network, tier, 'internet', 443))).toEqual([...tierNames]);
});

test.each(tierNames)('the last inbound rule of %s denies everything', (tier) => {
  const inbound = rulesOf(network, tier).filter((rule) => rule.direction === 'Inbound');
  const last = inbound.reduce((left, right) => (left.priority > right.priority ? left : right));

  expect(last).toMatchObject({ access: 'Deny', protocol: '*', source_address_prefix: '*', priority: 4096 });
});

test.each(tierNames)('no two rules of %s share name, or priority in one direction', (tier) => {
  const rules = rulesOf(network, tier);

  expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  expect(new Set(rules.map((rule) => `${rule.direction} ${rule.priority}`)).size).toBe(rules.length);
});

test.each(tierNames.filter((tier) => tier !== 'gateway'))('every way into %s ends in its own subnet', (tier) => {
  const allowed = rulesOf(network, tier).filter((rule) => rule.access === 'Allow');

  expect(new Set(allowed.map((rule) => rule.destination_address_prefix))).toEqual(
    new Set([`10.20.${tierNames.indexOf(tier)}.0/24`]),
  );
});
