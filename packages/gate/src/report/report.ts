import type { Rule, Severity } from '@iris-azure/policies';

/** What came out for one rule and resource; `waived` is kept for acknowledged failures. */
export type Outcome = 'pass' | 'fail' | 'waived' | 'undecided';

/** One rule's say on one resource. */
export interface ReportResult {
  /** The rule's id. */
  readonly rule: string;
  /** Rows of the reference architecture and requirements of policy tools that the rule covers. */
  readonly requirements: readonly string[];
  /** Terraform's full address of the resource. */
  readonly address: string;
  /** The resource's stack. */
  readonly stack: string;
  /** What came out. */
  readonly outcome: Outcome;
  /** How much harm a failure does. */
  readonly severity: Severity;
  /** What is wrong; what holds, when the outcome is `pass`. */
  readonly message: string;
  /** What to do when it fails. */
  readonly remediation: string;
}

/** A baseline that judged some of the stacks. */
export interface ReportBaseline {
  /** Its name. */
  readonly name: string;
  /** The stacks that it judged. */
  readonly stacks: readonly string[];
  /** Ids of the rules that it leaves out, each with the reason: nothing is reported of them in its stacks. */
  readonly leavesOut: Readonly<Record<string, string>>;
}

/** A rule with what it found. */
export interface ReportRule extends Omit<Rule, 'description'> {
  /**
   * The worst of its results; `leftOut` when the baseline of every stack leaves it out, `notApplicable` when the other
   * stacks hold nothing of its kind.
   */
  readonly outcome: Outcome | 'notApplicable' | 'leftOut';
  /** How many resources it judged. */
  readonly judged: number;
}

/** The counts of a report. */
export interface ReportSummary {
  /** Stacks read. */
  readonly stacks: number;
  /** Resources in them. */
  readonly resources: number;
  /** Rules of the policy. */
  readonly rules: number;
  /** Rules that every stack's baseline leaves out. */
  readonly leftOut: number;
  /** Rules that judged nothing. */
  readonly notApplicable: number;
  /** Results that pass. */
  readonly passed: number;
  /** Results that fail. */
  readonly failed: number;
  /** Results that fail and are acknowledged. */
  readonly waived: number;
  /** Results that depend on what is known only after apply. */
  readonly undecided: number;
}

/** What the gate says about an estate; the same estate and policy always give the same report. */
export interface Report {
  /** What kind of document this is. */
  readonly format: 'iris-azure/gate-report';
  /** The version of its form. */
  readonly version: 2;
  /** The paths that were read, as given; empty when the estate was not read from files. */
  readonly sources: readonly string[];
  /** The stacks that were judged. */
  readonly stacks: readonly string[];
  /** The baselines that judged them, in the order of their first stacks. */
  readonly baselines: readonly ReportBaseline[];
  /** The counts. */
  readonly summary: ReportSummary;
  /** Every rule of the policy, sorted by id. */
  readonly rules: readonly ReportRule[];
  /** Ids of the rules that judged nothing, so that silence is not taken for approval. */
  readonly notApplicable: readonly string[];
  /** By severity, then stack, address and rule. */
  readonly results: readonly ReportResult[];
}

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
