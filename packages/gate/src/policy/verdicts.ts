import type { Estate } from '@iris-azure/estate';

/** What a rule says about one resource. */
export interface Finding {
  /** The resource's key in the estate. */
  readonly key: string;
  readonly message: string;
}

/** What one rule says about an estate; failures and undecided are among the judged. */
export interface Verdict {
  readonly judged: readonly string[];
  readonly failures: readonly Finding[];
  readonly undecided: readonly Finding[];
}

/** Every rule's verdict, by rule id. */
export interface Verdicts {
  readonly [rule: string]: Verdict;
}

/** Judges an estate by all rules: the compiled policy, or a stand-in in a test. */
export interface Evaluator {
  evaluate(estate: Estate): Verdicts;
}
