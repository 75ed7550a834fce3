/// <reference types="jest" />
import type { Estate } from '@iris-azure/estate';
import type { BaselineChoice } from './baseline/choose';
import type { Gate } from './gate';
import type { ReportResult } from './report/report';

/** A failure that a test expects: a rule's id and a resource's address. */
export type ExpectedFailure = readonly [rule: string, address: string];

declare global {
  namespace jest {
    interface Matchers<R> {
      /** No rule fails on the estate, and at least one rule judges something. */
      toPassGate(gate: Gate, choice?: BaselineChoice): R;
      /** A rule fails on the estate: on the resource at an address, or anywhere when none is given. */
      toFailRule(gate: Gate, rule: string, address?: string, choice?: BaselineChoice): R;
      /** Exactly these rules fail on exactly these addresses, and nothing else fails. */
      toFailExactly(gate: Gate, failures: readonly ExpectedFailure[], choice?: BaselineChoice): R;
    }
  }
}

expect.extend({
  toPassGate(estate: Estate, gate: Gate, choice: BaselineChoice = {}) {
    const report = gate.judge(estate, choice);
    const failures = report.results.filter((result) => result.outcome === 'fail');
    const judged = report.results.length > 0;
    return {
      pass: judged && failures.length === 0,
      message: () => {
        if (!judged) return 'expected the estate to pass the gate, but no rule found a resource of its kind';
        if (failures.length === 0) return 'expected the estate to fail the gate, but no rule failed';
        return `expected the estate to pass the gate, but these rules failed:\n${listed(failures)}`;
      },
    };
  },

  toFailRule(estate: Estate, gate: Gate, rule: string, address?: string, choice: BaselineChoice = {}) {
    assertRule(gate, rule);
    const results = gate.judge(estate, choice).results.filter((result) => result.rule === rule);
    const failures = results.filter((result) => result.outcome === 'fail');
    const where = address === undefined ? '' : ` on ${address}`;
    return {
      pass: failures.some((failure) => address === undefined || failure.address === address),
      message: () => `expected rule ${rule}${this.isNot ? ' not' : ''} to fail${where}; it judged:\n${listed(results)}`,
    };
  },

  toFailExactly(estate: Estate, gate: Gate, expected: readonly ExpectedFailure[], choice: BaselineChoice = {}) {
    for (const [rule] of expected) assertRule(gate, rule);
    const failures = gate.judge(estate, choice).results.filter((result) => result.outcome === 'fail');
    const wanted = [...new Set(expected.map(([rule, address]) => `${rule} on ${address}`))].sort();
    const found = [...new Set(failures.map(({ rule, address }) => `${rule} on ${address}`))].sort();
    return {
      pass: this.equals(found, wanted),
      message: () =>
        `expected exactly these failures${this.isNot ? ' not to occur' : ''}:\n` +
        `${this.utils.diff(wanted, found) ?? wanted.join('\n')}\n\nThe gate found:\n${listed(failures)}`,
    };
  },
});

/** A mistyped rule never fails, so it must not pass for one that holds. */
function assertRule(gate: Gate, rule: string): void {
  if (gate.rules.some(({ id }) => id === rule)) return;
  const ids = gate.rules.map(({ id }) => id).join(', ');
  throw new Error(`the gate has no rule ${rule}; its rules are ${ids}`);
}

function listed(results: readonly ReportResult[]): string {
  if (results.length === 0) return '  nothing';
  return results
    .map(({ outcome, rule, stack, address, message }) => `  ${outcome} ${rule} on ${stack}/${address}: ${message}`)
    .join('\n');
}
