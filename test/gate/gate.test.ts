import { readEstate } from '@iris-azure/estate';
import { type Gate, loadGate } from '@iris-azure/gate';
import { mutants } from './mutants';
import { Production } from './production';

const production = new Production();
let gate: Gate;

beforeAll(async () => {
  gate = await loadGate();
});

afterAll(() => {
  production.dispose();
});

function failures(outdir: string): { rule: string; address: string }[] {
  return gate
    .judge(readEstate([outdir]))
    .results.filter(({ outcome }) => outcome === 'fail')
    .map(({ rule, address }) => ({ rule, address }));
}

test('TrakCare production passes every rule, decided', () => {
  const report = gate.judge(readEstate([production.copy().outdir]));

  expect(report.results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  expect(report.results.length).toBeGreaterThan(0);
});

test('each rule has one mutant', () => {
  expect(mutants.map(({ rule }) => rule).sort()).toEqual(gate.rules.map(({ id }) => id));
});

test.each(mutants)('$rule alone fails when $when', ({ rule, at, change, failsAt = at }) => {
  const copy = production.copy();
  copy.change(at, change);

  expect(failures(copy.outdir)).toEqual([{ rule, address: copy.address(failsAt) }]);
});
