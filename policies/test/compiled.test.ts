import { catalogue, compiledDigest, type Finding, sourceDigest, type Verdicts } from '@iris-azure/policies';
import { keyOf, readCases } from './cases';
import { loadCompiledPolicy } from './compiled-policy';
import { documentOf } from './document';

let judge: (document: object) => Verdicts;

beforeAll(async () => {
  judge = await loadCompiledPolicy();
});

test('the committed wasm was compiled from the sources beside it', () => {
  expect(compiledDigest).toBe(sourceDigest());
});

test('an empty estate gives every rule of the catalogue, each with nothing judged', () => {
  const verdicts = judge(documentOf({}));

  expect(verdicts).toEqual(
    Object.fromEntries(catalogue.map(({ id }) => [id, { judged: [], failures: [], undecided: [] }])),
  );
});

describe.each(readCases())('$rule', ({ rule, cases }) => {
  const id = catalogue.find(({ name }) => name === rule)?.id ?? '';

  test.each(cases.map((example) => [example.name, example] as const))('%s', (_name, { given, expect: expected }) => {
    const verdict = judge(documentOf(given))[id];

    expect({
      judged: [...(verdict?.judged ?? [])].sort(),
      failures: sorted(verdict?.failures ?? []),
      undecided: sorted(verdict?.undecided ?? []),
    }).toEqual({
      judged: expected.judged.map(keyOf).sort(),
      failures: findings(expected.failures),
      undecided: findings(expected.undecided),
    });
  });
});

function findings(messages: Readonly<Record<string, string>> = {}): Finding[] {
  return sorted(Object.entries(messages).map(([address, message]) => ({ key: keyOf(address), message })));
}

/** Findings in one order: the compiled policy gives sets, whose order says nothing. */
function sorted(unordered: readonly Finding[]): Finding[] {
  return [...unordered].sort((one, other) => (one.key < other.key ? -1 : 1));
}
