import { z } from 'zod';
import type { Report } from './report';

const severity = z.enum(['critical', 'high', 'medium', 'low']);
const outcome = z.enum(['pass', 'fail', 'waived', 'undecided']);
const count = z.number().int().nonnegative();
const texts = z.array(z.string()).readonly();

/** The JSON form of a gate report, version 2; unknown keys are refused, so a change of form is a new version. */
export const reportSchema: z.ZodType<Report> = z.strictObject({
  format: z.literal('iris-azure/gate-report'),
  version: z.literal(2),
  sources: texts.describe('The paths that were read, as given'),
  stacks: texts.describe('The stacks that were judged'),
  baselines: z
    .array(
      z.strictObject({
        name: z.string(),
        stacks: texts.describe('The stacks that it judged'),
        leavesOut: z.record(z.string(), z.string()).readonly().describe('Reasons by the id of a rule'),
      }),
    )
    .readonly(),
  summary: z.strictObject({
    stacks: count,
    resources: count,
    rules: count,
    leftOut: count.describe("Rules that every stack's baseline leaves out"),
    notApplicable: count.describe('Rules that judged nothing'),
    passed: count.describe('Results by outcome, as the three after it'),
    failed: count,
    waived: count,
    undecided: count,
  }),
  rules: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        severity,
        family: z.string(),
        requirements: texts,
        remediation: z.string(),
        links: texts,
        outcome: z.enum([...outcome.options, 'notApplicable', 'leftOut']).describe('The worst of its results'),
        judged: count.describe('How many resources it judged'),
      }),
    )
    .readonly(),
  notApplicable: texts.describe('Ids of the rules that judged nothing'),
  results: z
    .array(
      z.strictObject({
        rule: z.string(),
        requirements: texts,
        address: z.string(),
        stack: z.string(),
        outcome,
        severity,
        message: z.string(),
        remediation: z.string(),
      }),
    )
    .readonly(),
});
