import { type Rule } from '@iris-azure/policies';
import { type Construct } from './constructs';
import { type Row } from './rows';
import { type TestFile, testsOf } from './tests';

/** A row with all that does, holds and shows it. */
export interface CoveredRow extends Row {
  readonly constructs: readonly Construct[];
  readonly rules: readonly Rule[];
  /** Files of tests of the constructs; the cases of a rule lie beside it. */
  readonly tests: readonly string[];
}

/** What the rows are held against. */
export interface Sources {
  readonly rows: readonly Row[];
  readonly constructs: readonly Construct[];
  readonly rules: readonly Rule[];
  readonly tests: readonly TestFile[];
}

/** Finds what covers each row. */
export function cover({ rows, constructs, rules, tests }: Sources): CoveredRow[] {
  return rows.map((row) => {
    const ofRow = constructs.filter((construct) => construct.rows.includes(row.id));
    return {
      ...row,
      constructs: ofRow,
      rules: rules.filter(({ requirements }) => requirements.includes(row.id)),
      tests: [...new Set(ofRow.flatMap((construct) => testsOf(construct, tests)))].sort(),
    };
  });
}

/** What is missing, each in a sentence; none when every row is covered. */
export function gaps(covered: readonly CoveredRow[], { constructs, tests }: Sources): string[] {
  const ids = new Set(covered.map(({ id }) => id));
  return [
    ...covered.flatMap(({ id, constructs: found, rules, noRule }) => [
      ...(found.length === 0 ? [`${id} has no construct; tag one with "@seed ${id}"`] : []),
      ...(rules.length === 0 && noRule === undefined
        ? [`${id} has no rule; cite it among a rule's requirements, or say in rows.yaml why none can hold it`]
        : []),
      ...(rules.length > 0 && noRule !== undefined
        ? [`${id} says why no rule can hold it, and has ${rules.map((rule) => rule.id).join(', ')}; remove noRule`]
        : []),
    ]),
    ...constructs.flatMap((construct) => [
      ...construct.rows
        .filter((row) => !ids.has(row))
        .map((row) => `${construct.name} (${construct.file}) is tagged with ${row}, which is no row`),
      ...(testsOf(construct, tests).length === 0
        ? [`${construct.name} (${construct.file}) has no test; name it in one of its package`]
        : []),
    ]),
  ];
}
