import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isOffered, retirementOf } from '@iris-azure/sizing';
import { environmentNames, environmentsFolder } from '@iris-azure/stacks';
import { parse } from 'yaml';

interface Written {
  readonly primary: { readonly name: string };
  readonly disasterRecovery?: { readonly name: string };
}

describe.each(environmentNames())('sizes of %s', (name) => {
  const written = parse(readFileSync(path.join(environmentsFolder, `${name}.yaml`), 'utf8')) as Written;
  const sizes = [...new Set(sizesIn(written))];

  test('are offered in each of its regions', () => {
    const regions = [written.primary, written.disasterRecovery].flatMap((region) => region?.name ?? []);

    expect(sizes.length).toBeGreaterThan(1);
    expect(regions.flatMap((region) => sizes.filter((size) => isOffered(size, region) !== true))).toEqual([]);
  });

  test('are not about to end', () => {
    expect(sizes.filter((size) => retirementOf(size))).toEqual([]);
  });
});

/** Every size of a machine that is somewhere in an environment. */
function sizesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^Standard_[A-Z]+\d/.test(value) ? [value] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sizesIn) : [];
}
