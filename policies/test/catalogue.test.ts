import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@iris-azure/policies';
import { readCases } from './cases';

const yardstick = readFileSync(join(__dirname, '..', 'data', 'yardstick.txt'), 'utf8')
  .trim()
  .split('\n');
const seed = Array.from({ length: 30 }, (_, index) => `S${index + 1}`);
const prefixes: Record<string, string> = {
  'premium-storage': 'IRIS-STG-',
  availability: 'IRIS-AVL-',
  backup: 'IRIS-BKP-',
  'disaster-recovery': 'IRIS-DRC-',
  'encryption-at-rest': 'IRIS-ENC-',
  keys: 'IRIS-KEY-',
  network: 'IRIS-NET-',
  'tls-in-flight': 'IRIS-TLS-',
  retired: 'IRIS-RET-',
  sizing: 'IRIS-SIZ-',
  zones: 'IRIS-ZON-',
  monitoring: 'IRIS-MON-',
  storage: 'IRIS-STO-',
};

test('ids and names are unique', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
});

test('every rule lies in the folder of its family and name, with cases beside it', () => {
  const folders = readCases().map(({ family, rule }) => `${family}/${rule}`);

  expect(folders).toEqual(catalogue.map(({ family, name }) => `${family}/${name}`).sort());
});

describe.each(catalogue)('$id $name', (rule) => {
  test('has an id of its family', () => {
    expect(rule.id).toMatch(new RegExp(`^${prefixes[rule.family]}\\d{3}$`));
  });

  test('has a title, a description and a remediation, each a sentence', () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.description).toMatch(/^[A-Z].*\.$/);
    expect(rule.remediation).toMatch(/^[A-Z].*\.$/);
  });

  test('has a known severity', () => {
    expect(['critical', 'high', 'medium', 'low']).toContain(rule.severity);
  });

  test('cites requirements that exist', () => {
    expect(rule.requirements).not.toHaveLength(0);
    expect([...seed, ...yardstick]).toEqual(expect.arrayContaining([...rule.requirements]));
  });

  test('links to pages over https', () => {
    expect(rule.links).not.toHaveLength(0);
    for (const link of rule.links) expect(new URL(link).protocol).toBe('https:');
  });
});
