import { createGate, formatJson, formatText, GateError } from '@iris-azure/gate';
import { reportSchema } from '@iris-azure/gate/report-schema';
import { catalogue, disks, GOOD, stubGate } from './stub';

const mixed = disks({
  wij: { storage_account_type: 'Standard_LRS', disk_encryption_set_id: null },
  journal: { storage_account_type: 'Standard_LRS', disk_encryption_set_id: { $unknown: true } },
  database: GOOD,
});
const report = stubGate().judge(mixed, { sources: ['cdktf.out'] });

test('every rule and resource judged has one result, by severity, then stack, address and rule', () => {
  expect(report.results.map(({ rule, address, outcome }) => [rule, address, outcome])).toEqual([
    ['T-002', 'azurerm_managed_disk.database', 'pass'],
    ['T-002', 'azurerm_managed_disk.journal', 'undecided'],
    ['T-002', 'azurerm_managed_disk.wij', 'fail'],
    ['T-001', 'azurerm_managed_disk.database', 'pass'],
    ['T-001', 'azurerm_managed_disk.journal', 'fail'],
    ['T-001', 'azurerm_managed_disk.wij', 'fail'],
  ]);
});

test('a result says what is wrong and what to do', () => {
  expect(report.results[2]).toEqual({
    rule: 'T-002',
    requirements: ['S2'],
    address: 'azurerm_managed_disk.wij',
    stack: 'mirror',
    outcome: 'fail',
    severity: 'critical',
    message: 'is not encrypted',
    remediation: 'set encrypted',
  });
});

test('the summary counts stacks, resources, rules and results', () => {
  expect(report.summary).toEqual({
    stacks: 1,
    resources: 3,
    rules: 3,
    leftOut: 0,
    notApplicable: 1,
    passed: 2,
    failed: 3,
    waived: 0,
    undecided: 1,
  });
});

test('a rule that judged nothing is listed, so that its silence is seen', () => {
  expect(report.notApplicable).toEqual(['T-003']);
  expect(report.rules.map(({ id, outcome, judged }) => [id, outcome, judged])).toEqual([
    ['T-001', 'fail', 3],
    ['T-002', 'fail', 3],
    ['T-003', 'notApplicable', 0],
  ]);
});

test('a report as JSON fits its published schema', () => {
  expect(reportSchema.parse(JSON.parse(formatJson(report)))).toEqual(report);
});

test('fails on verdicts of other rules than the catalogue has', () => {
  const none = { judged: [], failures: [], undecided: [] };
  const gate = createGate({
    catalogue,
    evaluator: { evaluate: () => ({ 'T-001': none, 'T-002': none, 'T-9': none }) },
  });

  expect(() => gate.judge(mixed)).toThrow(GateError);
  expect(() => gate.judge(mixed)).toThrow('without a verdict: T-003; without an entry: T-9');
});

test('the text report shows the worst first, with addresses, messages and what to do once per rule and stack', () => {
  expect(formatText(report, { seconds: 0.123 })).toBe(`iris-gate  1 stack, 3 resources, 3 rules, 0.12 s
reference: mirror

CRITICAL
  mirror
    ✗ azurerm_managed_disk.wij  T-002 encrypted
      is not encrypted
      → set encrypted

HIGH
  mirror
    ✗ azurerm_managed_disk.journal  T-001 premium
      is not Premium
      → set premium
    ✗ azurerm_managed_disk.wij  T-001 premium
      is not Premium

UNDECIDED known only after apply; gate the plan of a later run
  mirror
    ? azurerm_managed_disk.journal  T-002 encrypted
      is encrypted by what is known later
      → set encrypted

1 of 3 rules judged nothing, for lack of such resources: T-003 gateway

FAILED  2 passed, 3 failed, 1 undecided (2 rules broken)
Next: correct what is marked ✗, synthesize or plan again, and run the gate once more.
`);
});

test('the text report of a good estate says that it passed, and what is next', () => {
  const text = formatText(stubGate().judge(disks({ database: GOOD })));

  expect(text).toContain('PASSED  2 passed, 0 failed\nNext: deploy');
});

test('the text report of an estate that no rule speaks of does not call it passed', () => {
  const text = formatText(stubGate().judge(disks({})));

  expect(text).toContain('NOTHING JUDGED');
  expect(text).not.toContain('PASSED');
});

test('a text report has colours only when asked for', () => {
  expect(formatText(report)).not.toContain('\u001B[');
  expect(formatText(report, { color: true })).toContain('\u001B[');
});

test('a long message is broken at spaces and indented', () => {
  const long = 'word '.repeat(60).trim();
  const evaluate = () => ({
    'T-001': { judged: ['mirror/x'], failures: [{ key: 'mirror/x', message: long }], undecided: [] },
  });
  const text = formatText(createGate({ catalogue: catalogue.slice(0, 1), evaluator: { evaluate } }).judge(disks({})));

  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  expect(text.match(/^ {6}word/gm)).toHaveLength(3);
});
