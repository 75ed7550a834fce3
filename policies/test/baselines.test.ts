import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { baselines, catalogue } from '@iris-azure/policies';
import { z } from 'zod';

const schema = z.strictObject({
  name: z.string().regex(/^[a-z]+$/),
  title: z.string().regex(/^[A-Z].*[^.]$/),
  leavesOut: z.partialRecord(z.enum(catalogue.map(({ id }) => id)), z.string().regex(/^[A-Z].*\.$/)),
});

/** What each baseline leaves out; every other rule of the catalogue holds. */
const leftOut = {
  reference: ['machine-in-zone', 'tier-across-zones', 'front-end-across-zones', 'gateway-across-zones'],
  zonal: [
    'machine-placed',
    'availability-set-two-machines',
    'availability-set-managed',
    'availability-set-domains',
    'availability-set-disk-kind',
  ],
  nonproduction: [
    'tier-two-machines',
    'gateway-two-instances',
    'traffic-manager-two-endpoints',
    'mirror-dr-member',
    'mirror-member-backed-up',
    'machine-series-lasting',
    'os-disk-premium',
    'data-disk-premium',
    'vm-size-premium',
    'machine-in-zone',
    'tier-across-zones',
    'front-end-across-zones',
    'gateway-across-zones',
    'diagnostic-setting',
    'server-agent',
    'server-data-collection',
    'network-flow-log',
    'mirror-alert',
    'machine-alert',
    'vault-alert',
  ],
};

test('every file is a baseline of that name', () => {
  const files = readdirSync(join(__dirname, '..', 'baselines'));

  expect(baselines.map(({ name }) => `${name}.json`).sort()).toEqual(files.sort());
});

describe.each(baselines)('$name', ({ name, leavesOut, ...rest }) => {
  test('fits its schema, and names rules that exist', () => {
    expect(schema.safeParse({ name, leavesOut, ...rest }).error).toBeUndefined();
  });

  test('leaves out these rules, and no other', () => {
    const names = catalogue.filter(({ id }) => Object.hasOwn(leavesOut, id)).map((rule) => rule.name);

    expect(names.sort()).toEqual([...leftOut[name as keyof typeof leftOut]].sort());
  });
});
