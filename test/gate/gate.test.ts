import { readEstate } from '@iris-azure/estate';
import { type Gate, loadGate, type Report } from '@iris-azure/gate';
import { environmentNames, loadEnvironment } from '@iris-azure/stacks';
import { EnvironmentFiles } from './environment-files';
import { mutants } from './mutants';

const environments = new EnvironmentFiles();
let gate: Gate;

beforeAll(async () => {
  gate = await loadGate();
});

afterAll(() => {
  environments.dispose();
});

/** What the gate says of an environment by the baseline that its file names. */
function judged(environment: string, outdir: string): Report {
  return gate.judge(readEstate([outdir]), { baseline: loadEnvironment(environment).baseline });
}

test.each(environmentNames())('%s passes every rule of its baseline, decided', (environment) => {
  const report = judged(environment, environments.copy(environment).outdir);

  expect(report.results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  expect(report.results.length).toBeGreaterThan(0);
});

test('all environments pass as one estate, each by its own baseline', () => {
  const names = environmentNames();
  const estate = readEstate(names.map((name) => environments.copy(name).outdir));
  const baselines = Object.fromEntries(names.map((name) => [`${name}-*`, loadEnvironment(name).baseline]));

  expect(gate.judge(estate, { baselines }).results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
});

test('each rule has one mutant', () => {
  expect(mutants.map(({ rule }) => rule).sort()).toEqual(gate.rules.map(({ id }) => id));
});

test.each(mutants)('$rule alone fails when $when', ({ rule, at, change, failsAt = at }) => {
  const copy = environments.copy(at.environment);
  copy.change(at, change);

  const failures = judged(at.environment, copy.outdir).results.filter(({ outcome }) => outcome === 'fail');
  expect(failures.map((failure) => [failure.rule, failure.address])).toEqual([[rule, copy.address(failsAt)]]);
});
