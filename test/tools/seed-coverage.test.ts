import { type Rule } from '@iris-azure/policies';
import { type Construct, constructsIn } from '../../tools/seed-coverage/constructs';
import { cover, gaps, type Sources } from '../../tools/seed-coverage/coverage';
import { documentOf } from '../../tools/seed-coverage/document';
import { readRows } from '../../tools/seed-coverage/rows';
import { testsOf } from '../../tools/seed-coverage/tests';

const mirror: Construct = { name: 'Mirror', file: 'packages/mirror/src/mirror.ts', rows: ['S1'] };
const test1 = { file: 'packages/mirror/test/mirror.test.ts', text: '' };

const rule: Rule = {
  id: 'IRIS-AVL-001',
  name: 'machine-placed',
  title: 'Title',
  description: 'Description.',
  severity: 'high',
  family: 'availability',
  requirements: ['S1', 'vm.zone'],
  remediation: 'Mend it.',
  links: [],
};

const complete: Sources = {
  rows: [{ id: 'S1', title: 'Mirrors', requirement: 'There is one.' }],
  constructs: [mirror],
  rules: [rule],
  tests: [test1],
};

const gapsOf = (change: Partial<Sources>) => {
  const sources = { ...complete, ...change };
  return gaps(cover(sources), sources);
};

test('there is a row for each of the requirements S1 to S30', () => {
  expect(readRows().map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => `S${index + 1}`));
});

test('constructs are exported classes and functions with the tag, with all rows that it names', () => {
  const source = `
    /** No tag. */
    export class Plain {}
    /**
     * A tag.
     *
     * @see https://example.com
     * @seed S1, S20
     */
    export class Tagged extends Plain {}
    /** @seed S3 */
    export function tagged(): void {}
  `;

  expect(constructsIn(source, 'file.ts')).toEqual([
    { name: 'Tagged', file: 'file.ts', rows: ['S1', 'S20'] },
    { name: 'tagged', file: 'file.ts', rows: ['S3'] },
  ]);
});

test('tests of a construct are those in the file of its name, and those of its package that name it', () => {
  const files = [
    test1,
    { file: 'packages/mirror/test/volumes.test.ts', text: "at('Mirror/Primary')" },
    { file: 'packages/mirror/test/other.test.ts', text: 'MirrorMember' },
    { file: 'packages/dr/test/mirror.test.ts', text: 'Mirror' },
  ];

  expect(testsOf(mirror, files)).toEqual([
    'packages/mirror/test/mirror.test.ts',
    'packages/mirror/test/volumes.test.ts',
  ]);
});

test('a row with a construct, a rule and a test is covered', () => {
  expect(gapsOf({})).toEqual([]);
});

test('a row that says why no rule can hold it is covered without one', () => {
  const rows = [{ id: 'S1', title: 'Mirrors', requirement: 'There is one.', noRule: 'Nobody sees it.' }];

  expect(gapsOf({ rows, rules: [] })).toEqual([]);
  expect(gapsOf({ rows })).toEqual(['S1 says why no rule can hold it, and has IRIS-AVL-001; remove noRule']);
});

test.each<[string, Partial<Sources>, string]>([
  ['without a construct', { constructs: [] }, 'S1 has no construct; tag one with "@seed S1"'],
  [
    'without a rule',
    { rules: [] },
    "S1 has no rule; cite it among a rule's requirements, or say in rows.yaml why none can hold it",
  ],
  [
    'whose construct has no test',
    { tests: [] },
    'Mirror (packages/mirror/src/mirror.ts) has no test; name it in one of its package',
  ],
  [
    'that does not exist',
    { constructs: [mirror, { ...mirror, rows: ['S31'] }] },
    'Mirror (packages/mirror/src/mirror.ts) is tagged with S31, which is no row',
  ],
])('fails on a row %s', (_what, change, gap) => {
  expect(gapsOf(change)).toEqual([gap]);
});

test('the document links to constructs, rules and tests', () => {
  expect(documentOf(cover(complete))).toContain(`## S1 Mirrors

There is one.

- Constructs: [\`Mirror\`](../packages/mirror/src/mirror.ts)
- Rules: [IRIS-AVL-001](../policies/rego/iris/rules/availability/machine_placed) machine-placed
- Tests: [mirror/mirror](../packages/mirror/test/mirror.test.ts)
`);
});
