import { readEstate } from '@iris-azure/estate';
import { type Gate, loadGate } from '@iris-azure/gate';
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

function failures(outdir: string): { rule: string; address: string }[] {
  return gate
    .judge(readEstate([outdir]))
    .results.filter(({ outcome }) => outcome === 'fail')
    .map(({ rule, address }) => ({ rule, address }));
}

test.each(['trakcare-prod', 'healthshare-prod', 'iris-prod'])('%s passes every rule, decided', (environment) => {
  const report = gate.judge(readEstate([environments.copy(environment).outdir]));

  expect(report.results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  expect(report.results.length).toBeGreaterThan(0);
});

test('each rule has one mutant', () => {
  expect(mutants.map(({ rule }) => rule).sort()).toEqual(gate.rules.map(({ id }) => id));
});

test.each(mutants)('$rule alone fails when $when', ({ rule, at, change, failsAt = at }) => {
  const copy = environments.copy(at.environment);
  copy.change(at, change);

  expect(failures(copy.outdir)).toEqual([{ rule, address: copy.address(failsAt) }]);
});
