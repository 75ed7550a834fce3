import { readEstate } from '@iris-azure/estate';
import { loadGate } from '@iris-azure/gate';
import { catalogue, policyDataPath } from '@iris-azure/policies';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inTemporaryFolder } from '../support';

const root = path.join(__dirname, '..', '..');
const document = readFileSync(path.join(root, 'docs', 'retired.md'), 'utf8');
const { retirements } = (
  JSON.parse(readFileSync(policyDataPath(), 'utf8')) as {
    readonly catalogue: { readonly retirements: readonly { readonly name: string; readonly date: string }[] };
  }
).catalogue;

/** Rows of the table of series: name, sizes, date and rule. */
const series = document
  .slice(document.indexOf('## Series of virtual machines'))
  .split('\n')
  .filter((line) => line.includes('IRIS-RET-'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', sizes = '', date = '', rule = '']) => ({
    name,
    sizes: sizes.match(/\w+-?\w+/g) ?? [],
    date,
    rule,
  }));

test('docs/retired.md names every rule of its family, and none that does not exist', () => {
  const named = new Set(document.match(/IRIS-[A-Z]{3}-\d{3}/g));
  const ofFamily = catalogue.filter(({ family }) => family === 'retired').map(({ id }) => id);

  expect(catalogue.map(({ id }) => id)).toEqual(expect.arrayContaining([...named]));
  expect([...named]).toEqual(expect.arrayContaining(ofFamily));
});

test('docs/retired.md has the series and dates of the rules', () => {
  const ofRules = retirements.map(({ name, date }) => `${name} ${date}`);

  expect(series.map(({ name, date }) => `${name} ${date}`).sort()).toEqual(ofRules.sort());
});

test('every size of docs/retired.md is refused by the rule, and with the date, that it says', async () => {
  const gate = await loadGate();
  const rows = series.flatMap(({ sizes, ...row }) => sizes.map((size) => ({ ...row, size })));
  const machines = Object.fromEntries(rows.map(({ size }) => [size, { size }]));

  const { results } = inTemporaryFolder((folder) => {
    const file = path.join(folder, 'cdk.tf.json');
    writeFileSync(file, JSON.stringify({ resource: { azurerm_linux_virtual_machine: machines } }));
    return gate.judge(readEstate([file]));
  });

  const refused = results.filter(({ outcome, rule }) => outcome === 'fail' && rule.startsWith('IRIS-RET-'));
  expect(refused.map(({ rule, address }) => `${rule} ${address.split('.')[1]}`).sort()).toEqual(
    rows.map(({ rule, size }) => `${rule} ${size}`).sort(),
  );
  for (const { size, name, date } of rows) {
    const message = refused.find(({ address }) => address.endsWith(`.${size}`))?.message;
    expect(message).toMatch(new RegExp(`${name.replace(/[()]/g, '\\$&')} \\(retire[sd] on ${date}\\)`));
  }
});
