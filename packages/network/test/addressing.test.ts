import { hostAddress, lastHostAddress, planSubnets } from '@iris-azure/network';

test('an address is counted from the first of its range', () => {
  expect(hostAddress('10.20.3.0/24', 11)).toBe('10.20.3.11');
});

test('an address is counted across the boundary of an octet', () => {
  expect(hostAddress('10.20.2.0/23', 300)).toBe('10.20.3.44');
});

test('the first address that Azure leaves is the fifth', () => {
  expect(hostAddress('10.20.3.0/24', 4)).toBe('10.20.3.4');
});

test('the last address that Azure leaves is the last but one', () => {
  expect(hostAddress('10.20.3.0/24', 254)).toBe('10.20.3.254');
});

test.each([
  ['10.20.3.0/24', '10.20.3.254'],
  ['10.20.2.0/23', '10.20.3.254'],
  ['10.20.3.64/26', '10.20.3.126'],
])('the last address of a host in %s is %s', (range, address) => {
  expect(lastHostAddress(range)).toBe(address);
});

test('fails on a range without room for a host', () => {
  expect(() => lastHostAddress('10.20.3.0/30')).toThrow('host number in 10.20.3.0/30 must be 4 to 2');
});

test.each([-1, 0, 3, 255, 256, 4.5, NaN])('fails on host number %d, which no host can have', (host) => {
  expect(() => hostAddress('10.20.3.0/24', host)).toThrow(
    `host number in 10.20.3.0/24 must be 4 to 254 (Azure reserves the others), got ${host}`,
  );
});

test('a /21 holds all subnets, each tier with a /24 of its own', () => {
  expect(planSubnets('10.20.0.0/21')).toMatchObject({
    gateway: '10.20.0.0/24',
    web: '10.20.1.0/24',
    application: '10.20.2.0/24',
    data: '10.20.3.0/24',
    management: '10.20.4.0/24',
  });
});

test("Azure's own subnets have a /26 each, whether they are used or not", () => {
  expect(planSubnets('10.20.0.0/21')).toMatchObject({
    AzureFirewallSubnet: '10.20.5.0/26',
    AzureBastionSubnet: '10.20.5.64/26',
    GatewaySubnet: '10.20.5.128/26',
  });
});

test('fails on a /22, and says that a /21 will do', () => {
  expect(() => planSubnets('10.20.0.0/22')).toThrow(/must be at least a \/21 .* got '10\.20\.0\.0\/22'/);
});
