import { type NamedResource, resourceName } from '@iris-azure/foundation';
import fc from 'fast-check';

const part = fc.stringMatching(/^[a-z0-9]{1,40}$/);

test('a name is the abbreviation and the parts, joined by hyphens', () => {
  expect(resourceName('virtualMachine', 'trakcare', 'prod', 'weu', 'db-0')).toBe('vm-trakcare-prod-weu-db-0');
});

test('a name of a type without hyphens has its parts joined', () => {
  expect(resourceName('webApplicationFirewallPolicy', 'trakcare', 'prod', 'weu')).toBe('waftrakcareprodweu');
});

test('parts are lower-cased', () => {
  expect(resourceName('resourceGroup', 'TrakCare', 'PROD')).toBe('rg-trakcare-prod');
});

test.each<[NamedResource, number]>([
  ['keyVault', 24],
  ['trafficManager', 63],
  ['privateEndpoint', 64],
  ['virtualMachine', 64],
  ['virtualNetwork', 64],
  ['internalLoadBalancer', 80],
  ['resourceGroup', 90],
  ['identity', 128],
])('a name of %s never exceeds %i characters', (kind, limit) => {
  expect(resourceName(kind, 'a'.repeat(200))).toHaveLength(limit);
});

test('a name at the limit is kept whole', () => {
  expect(resourceName('keyVault', 'a'.repeat(21))).toBe(`kv-${'a'.repeat(21)}`);
});

test('a name that is too long keeps its beginning and ends in a digest', () => {
  expect(resourceName('keyVault', 'contoso', 'trakcare', 'prod', 'weu')).toMatch(/^kv-contoso-trakcare[0-9a-f]{5}$/);
});

test('a shortened name has no hyphen before its digest', () => {
  expect(resourceName('keyVault', 'contoso', 'trakcar', 'production')).toMatch(/^kv-contoso-trakcar[0-9a-f]{5}$/);
});

test('two long names that begin alike differ', () => {
  expect(resourceName('keyVault', 'contoso', 'trakcare', 'prod', 'weu')).not.toBe(
    resourceName('keyVault', 'contoso', 'trakcare', 'prod', 'neu'),
  );
});

test('every vault name is 3 to 24 letters, digits and single hyphens, as Azure asks', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const name = resourceName('keyVault', ...parts);

      expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(name.length).toBeLessThanOrEqual(24);
    }),
  );
});

test.each(['', 'a_b', 'a b', '-a', 'a-', 'ü'])('fails on the part %j, which Azure allows in no name', (wrong) => {
  expect(() => resourceName('virtualMachine', 'trakcare', wrong)).toThrow(
    `name part must be letters, digits and inner hyphens, got '${wrong}' for virtualMachine`,
  );
});
