import { type Estate } from '@iris-azure/estate';
import { createGate } from '@iris-azure/gate';
import { type Baseline, type Rule, type Verdicts } from '@iris-azure/policies';
import { formatProduction } from '../../tools/production-report';

const rule = (id: string, family: string): Rule => ({
  id,
  name: id.toLowerCase(),
  title: id,
  description: id,
  severity: 'high',
  family,
  requirements: ['S2'],
  remediation: 'mend it',
  links: [],
});

const estate: Estate = {
  format: 'iris-azure/estate',
  version: 1,
  stacks: ['production'],
  resources: {
    azurerm_managed_disk: {
      'production/azurerm_managed_disk.one': {
        key: 'production/azurerm_managed_disk.one',
        stack: 'production',
        address: 'azurerm_managed_disk.one',
        type: 'azurerm_managed_disk',
        name: 'one',
        values: {},
        references: {},
        referrers: {},
      },
    },
  },
};

function production(verdicts: Verdicts, findings = '', leavesOut: Baseline['leavesOut'] = {}) {
  const gate = createGate({
    baselines: [{ name: 'lax', title: 'Lax', leavesOut }],
    evaluator: { evaluate: () => verdicts },
    catalogue: [rule('ONE', 'premium-storage'), rule('TWO', 'tls-in-flight')],
  });
  const stacks = [
    { name: 'production-network', resources: 2 },
    { name: 'production-mirror', resources: 10 },
  ];
  const promises = [
    { name: 'gateway', availability: 0.9995 },
    { name: 'mirror', availability: 0.9999 },
  ];
  return formatProduction(
    { environment: 'production', outdir: 'out', stacks, promises, report: gate.judge(estate), findings, seconds: 1.23 },
    false,
  );
}

const key = 'production/azurerm_managed_disk.one';
/** Lines without their alignment. */
function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim().replace(/ +/g, ' '));
}

const silent = { judged: [], failures: [], undecided: [] };

test('tells stacks, resources, and rules by family', () => {
  const text = production({ ONE: { ...silent, judged: [key] }, TWO: { ...silent, judged: [key] } });

  expect(lines(text)).toEqual(
    expect.arrayContaining([
      'production-network 2',
      'production-mirror 10',
      'total 12',
      'premium storage 1 1 1 0 0',
      'TLS in flight 1 1 1 0 0',
      'total 2 2 2 0 0',
      'The gate lets it pass.',
    ]),
  );
});

test('tells what Azure promises of all that users need', () => {
  expect(lines(production({ ONE: silent, TWO: silent }))).toEqual(
    expect.arrayContaining(['gateway 99.95 %', 'mirror 99.99 %', 'all of it, but for 26 minutes a month 99.94 %']),
  );
});

test('counts the rules that found nothing to judge, and tells where they are named', () => {
  const text = production({ ONE: { ...silent, judged: [key] }, TWO: silent });

  expect(lines(text)).toContain('nothing to judge for one of them, which "npm run gate -- out" names');
});

test('counts no rule that the baseline leaves out, and names it', () => {
  const verdicts = { ONE: { ...silent, judged: [key] }, TWO: { ...silent, judged: [key] } };

  const text = lines(production(verdicts, '', { TWO: 'nobody waits' }));

  expect(text).toEqual(expect.arrayContaining(['baseline lax leaves out TWO two', 'total 1 1 1 0 0']));
  expect(text.filter((line) => line.startsWith('TLS in flight'))).toEqual([]);
});

test('tells that the gate refuses, and shows the findings, when a rule failed', () => {
  const failure = { key, message: 'must be Premium' };
  const text = production({ ONE: { ...silent, judged: [key], failures: [failure] }, TWO: silent }, 'the findings');

  expect(lines(text)).toEqual(
    expect.arrayContaining(['premium storage 1 1 0 1 0', 'The gate refuses this environment.', 'the findings']),
  );
});

test('ends with what to do next', () => {
  const text = production({ ONE: silent, TWO: silent });

  expect(text).toMatch(/Next\n {2}stacks\/environments\/production\.yaml .*\n {2}npx cdktf deploy 'production-\*' /);
});
