import type { Rule, Severity } from '@iris-azure/policies';

/** What came out for one rule and resource; `waived` is kept for acknowledged failures. */
export type Outcome = 'pass' | 'fail' | 'waived' | 'undecided';

/** One rule's say on one resource. */
export interface ReportResult {
  /** The rule's id. */
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly address: string;
  readonly stack: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
}

/** A rule with what it found. */
export interface ReportRule extends Omit<Rule, 'description'> {
  /** The worst of its results, or `notApplicable` when nothing of its kind is in the estate. */
  readonly outcome: Outcome | 'notApplicable';
  /** How many resources it judged. */
  readonly judged: number;
}

/** The counts of a report. */
export interface ReportSummary {
  readonly stacks: number;
  readonly resources: number;
  readonly rules: number;
  /** Rules that judged nothing. */
  readonly notApplicable: number;
  readonly passed: number;
  readonly failed: number;
  readonly waived: number;
  readonly undecided: number;
}

/** What the gate says about an estate; the same estate and policy always give the same report. */
export interface Report {
  readonly format: 'iris-azure/gate-report';
  readonly version: 1;
  /** The paths that were read, as given; empty when the estate was not read from files. */
  readonly sources: readonly string[];
  readonly stacks: readonly string[];
  readonly summary: ReportSummary;
  readonly rules: readonly ReportRule[];
  /** Ids of the rules that judged nothing, so that silence is not taken for approval. */
  readonly notApplicable: readonly string[];
  /** By severity, then stack, address and rule. */
  readonly results: readonly ReportResult[];
}

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
