import { type Change, type Place } from '../environment-files';

/** One thing that is changed in the real estate, and the one rule that must see it. */
export interface Mutant {
  /** Id of the rule that must fail. */
  readonly rule: string;
  /** What was done, to complete "fails when ...". */
  readonly when: string;
  /** Resource that is changed. */
  readonly at: Place;
  readonly change: Change;
  /** Resource on which the rule fails. @default the one that is changed */
  readonly failsAt?: Place;
}
