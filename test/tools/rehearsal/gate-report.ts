import { type Outcome, type Report } from '@iris-azure/gate';

/** A report of the gate with these verdicts. */
export function report(...verdicts: readonly (readonly [stack: string, address: string, outcome: Outcome])[]): Report {
  return {
    format: 'iris-azure/gate-report',
    version: 2,
    sources: [],
    stacks: [],
    baselines: [],
    summary: {
      stacks: 0,
      resources: 0,
      rules: 0,
      leftOut: 0,
      notApplicable: 0,
      passed: 0,
      failed: 0,
      waived: 0,
      undecided: 0,
    },
    rules: [],
    notApplicable: [],
    results: verdicts.map(([stack, address, outcome]) => ({
      rule: 'DSK-1',
      requirements: [],
      stack,
      address,
      outcome,
      severity: 'high',
      message: 'it is wrong',
      remediation: 'mend it',
    })),
  };
}
