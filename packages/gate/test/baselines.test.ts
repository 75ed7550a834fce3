import { formatJson, formatText, GateError } from '@iris-azure/gate';
import { reportSchema } from '@iris-azure/gate/report-schema';
import { baselines, disks, stubGate, stubGateWithBaselines } from './stub';

const gate = stubGateWithBaselines();
const stacks = ['iris-dev-mirror', 'iris-prod-mirror'];
const estate = disks({ wij: { storage_account_type: 'Standard_LRS', disk_encryption_set_id: null } }, stacks);
const mixed = gate.judge(estate, { baselines: { '*-dev-*': 'lax' } });

test('a stack is judged by the baseline whose pattern it fits, and all others by the first', () => {
  expect(mixed.results.map(({ stack, rule }) => [stack, rule])).toEqual([
    ['iris-dev-mirror', 'T-002'],
    ['iris-prod-mirror', 'T-002'],
    ['iris-prod-mirror', 'T-001'],
  ]);
});

test('a baseline without a pattern is that of all stacks that no pattern names', () => {
  const { results } = gate.judge(estate, { baseline: 'lax', baselines: { '*-prod-*': 'strict' } });

  expect(results.filter(({ rule }) => rule === 'T-001').map(({ stack }) => stack)).toEqual(['iris-prod-mirror']);
});

test('the report says which baseline judged which stacks, and what it leaves out', () => {
  const [strict, lax] = baselines;

  expect(mixed.baselines).toEqual([
    { name: 'lax', stacks: ['iris-dev-mirror'], leavesOut: lax.leavesOut },
    { name: 'strict', stacks: ['iris-prod-mirror'], leavesOut: strict.leavesOut },
  ]);
  expect(reportSchema.parse(JSON.parse(formatJson(mixed)))).toEqual(mixed);
  expect(formatText(mixed)).toContain(
    'lax (without 2 rules): iris-dev-mirror\nstrict (without 1 rule): iris-prod-mirror\n',
  );
});

test('a rule that every baseline in use leaves out is not said to lack resources', () => {
  const report = gate.judge(estate, { baseline: 'lax' });

  expect(report.rules.map(({ id, outcome, judged }) => [id, outcome, judged])).toEqual([
    ['T-001', 'leftOut', 0],
    ['T-002', 'fail', 2],
    ['T-003', 'leftOut', 0],
  ]);
  expect(report.summary).toMatchObject({ rules: 3, leftOut: 2, notApplicable: 0, failed: 2 });
  expect(report.notApplicable).toEqual([]);
});

test('a rule that holds for some stack keeps what it found there', () => {
  expect(mixed.rules.map(({ id, outcome, judged }) => [id, outcome, judged])).toEqual([
    ['T-001', 'fail', 1],
    ['T-002', 'fail', 2],
    ['T-003', 'leftOut', 0],
  ]);
});

test('a gate without baselines judges every stack by every rule', () => {
  expect(stubGate().judge(estate).summary).toMatchObject({ leftOut: 0, notApplicable: 1, failed: 4 });
});

test.each([
  ['iris-dev-mirror', true],
  ['*', true],
  ['iris-???-*', true],
  ['iris-dev', false],
  ['dev', false],
  ['iris.dev.mirror', false],
  ['(iris)*', false],
])('a pattern is the whole name, with * and ? alone standing for others: %s', (pattern, isLax) => {
  const { baselines: used } = gate.judge(estate, { baselines: { [pattern]: 'lax' } });

  expect(used.some(({ name, stacks: of }) => name === 'lax' && of.includes('iris-dev-mirror'))).toBe(isLax);
});

test('two patterns may give a stack the same baseline', () => {
  expect(() => gate.judge(estate, { baselines: { '*-dev-*': 'lax', 'iris-dev-*': 'lax' } })).not.toThrow();
});

test('fails when two patterns give a stack different baselines', () => {
  expect(() => gate.judge(estate, { baselines: { '*-dev-*': 'lax', 'iris-*': 'strict' } })).toThrow(
    new GateError(
      "stack iris-dev-mirror fits the patterns '*-dev-*' (lax) and 'iris-*' (strict); change one so that it does not",
    ),
  );
});

test('fails on a baseline that the gate does not have, even when no stack fits its pattern', () => {
  expect(() => gate.judge(estate, { baselines: { 'trakcare-*': 'laks' } })).toThrow(
    new GateError("baseline must be one of strict, lax, got 'laks'"),
  );
});
