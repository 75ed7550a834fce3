import type { Estate } from '@iris-azure/estate';
import type { Verdicts } from '@iris-azure/policies';

/** Judges an estate by all rules: the compiled policy, or a stand-in in a test. */
export interface Evaluator {
  /** The verdict of every rule. */
  evaluate(estate: Estate): Verdicts;
}
