import { readCases, type Case, type RuleCases } from './cases';

test('every rule has a case that passes', () => {
  expect(
    lacking(({ expect: { judged, failures, undecided } }) => judged.length > 0 && !failures && !undecided),
  ).toEqual([]);
});

test('every rule has a case that fails', () => {
  expect(lacking(({ expect: { failures } }) => failures !== undefined)).toEqual([]);
});

test('every rule has a case that is undecided, but the one about what is known', () => {
  expect(lacking(({ expect: { undecided } }) => undecided !== undefined)).toEqual(['gateway-keys-not-in-files']);
});

test('every rule has a case in which what it judges is absent', () => {
  expect(lacking(({ expect: { judged } }) => judged.length === 0)).toEqual([]);
});

function lacking(shows: (example: Case) => boolean): string[] {
  return readCases()
    .filter(({ cases }: RuleCases) => !cases.some(shows))
    .map(({ rule }) => rule);
}
