import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyDataPath } from '@iris-azure/policies';
import { dataFile, factsFile } from '../tools/catalogue.mjs';

interface Facts {
  readonly sizes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly not_offered: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

const { sizes, not_offered: notOffered } = JSON.parse(factsFile()) as Facts;

test('the committed facts are those of the catalogues', () => {
  expect(readFileSync(join(__dirname, '..', 'rego', 'catalogue', 'data.json'), 'utf8')).toBe(factsFile());
  expect(readFileSync(policyDataPath(), 'utf8')).toBe(dataFile());
});

test('a size of constrained vCPUs is its base size with fewer of them', () => {
  expect(sizes['Standard_E16-4ds_v5']).toEqual({ ...sizes['Standard_E16ds_v5'], vcpus: 4 });
});

test('what no page tells is left out', () => {
  expect(sizes['Standard_A4']).not.toHaveProperty('iops');
  expect(sizes['Standard_A4']).not.toHaveProperty('trusted_launch');
});

test('a region has the sizes that it does not offer, and those of which nothing is known are left out', () => {
  expect(notOffered['japaneast']).not.toHaveProperty('Standard_E16ds_v5');
  expect(Object.values(notOffered['westcentralus'] ?? {})).toContain(true);
  expect(notOffered).not.toHaveProperty('chinanorth3');
});
