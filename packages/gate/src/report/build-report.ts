import type { Estate, EstateResource } from '@iris-azure/estate';
import type { Baseline, Finding, Rule, Verdict, Verdicts } from '@iris-azure/policies';
import { GateError } from '../gate-error';
import type { Outcome, Report, ReportBaseline, ReportResult, ReportRule } from './report';
import { SEVERITIES } from './report';

type Where = Pick<EstateResource, 'stack' | 'address'>;

/** What a report is made of. */
export interface ReportParts {
  /** What was judged. */
  readonly estate: Estate;
  /** The rules, one for each verdict. */
  readonly catalogue: readonly Rule[];
  /** The baseline of each stack. */
  readonly baselines: ReadonlyMap<string, Baseline>;
  /** What the rules found. */
  readonly verdicts: Verdicts;
  /** The paths that the estate was read from. */
  readonly sources: readonly string[];
}

/**
 * Joins the verdicts with the catalogue and the estate, without what the baselines leave out.
 *
 * @throws {GateError} when the verdicts are not those of the catalogue's rules
 */
export function buildReport({ estate, catalogue, baselines, verdicts, sources }: ReportParts): Report {
  assertSameRules(catalogue, verdicts);
  const places = new Map<string, Where>(
    Object.values(estate.resources).flatMap((byKey) =>
      Object.values(byKey).map((resource) => [resource.key, resource]),
    ),
  );
  const results: ReportResult[] = [];
  const rules: ReportRule[] = [];
  for (const rule of catalogue) {
    const verdict = verdicts[rule.id];
    const leftOut = stacksWithout(rule, baselines);
    const found = verdict === undefined ? [] : resultsOf(rule, verdict, places, leftOut);
    for (const result of found) results.push(result);
    rules.push(ruleWith(rule, found, leftOut.size > 0 && leftOut.size === estate.stacks.length));
  }
  const silent = (outcome: ReportRule['outcome']) => rules.filter((rule) => rule.outcome === outcome);
  const notApplicable = silent('notApplicable').map((rule) => rule.id);
  const count = (outcome: Outcome): number => results.filter((result) => result.outcome === outcome).length;
  return {
    format: 'iris-azure/gate-report',
    version: 2,
    sources,
    stacks: estate.stacks,
    baselines: baselinesInUse(baselines),
    summary: {
      stacks: estate.stacks.length,
      resources: places.size,
      rules: rules.length,
      leftOut: silent('leftOut').length,
      notApplicable: notApplicable.length,
      passed: count('pass'),
      failed: count('fail'),
      waived: count('waived'),
      undecided: count('undecided'),
    },
    rules,
    notApplicable,
    results: results.sort(bySeverityAndPlace),
  };
}

function baselinesInUse(baselines: ReadonlyMap<string, Baseline>): readonly ReportBaseline[] {
  return [...new Set(baselines.values())].map(({ name, leavesOut }) => ({
    name,
    stacks: [...baselines].filter(([, of]) => of.name === name).map(([stack]) => stack),
    leavesOut,
  }));
}

/** The stacks whose baseline leaves a rule out. */
function stacksWithout({ id }: Rule, baselines: ReadonlyMap<string, Baseline>): ReadonlySet<string> {
  return new Set([...baselines].filter(([, { leavesOut }]) => Object.hasOwn(leavesOut, id)).map(([stack]) => stack));
}

function resultsOf(
  rule: Rule,
  verdict: Verdict,
  places: ReadonlyMap<string, Where>,
  leftOut: ReadonlySet<string>,
): readonly ReportResult[] {
  const { id, requirements, severity, remediation, title } = rule;
  const result = ({ key, message }: Finding, outcome: Outcome): ReportResult => {
    const { stack, address } = places.get(key) ?? splitKey(key);
    return { rule: id, requirements, address, stack, outcome, severity, message, remediation };
  };
  const found = [
    ...verdict.failures.map((failure) => result(failure, 'fail')),
    ...verdict.undecided.map((undecided) => result(undecided, 'undecided')),
  ];
  const told = new Set([...verdict.failures, ...verdict.undecided].map((finding) => finding.key));
  for (const key of verdict.judged) if (!told.has(key)) found.push(result({ key, message: title }, 'pass'));
  return leftOut.size === 0 ? found : found.filter(({ stack }) => !leftOut.has(stack));
}

function ruleWith(rule: Rule, found: readonly ReportResult[], isLeftOut: boolean): ReportRule {
  const { id, name, title, severity, family, requirements, remediation, links } = rule;
  const outcomes = new Set(found.map((result) => result.outcome));
  const worst = (['fail', 'undecided', 'waived', 'pass'] as const).find((outcome) => outcomes.has(outcome));
  const judged = new Set(found.map((result) => `${result.stack}/${result.address}`)).size;
  const outcome = worst ?? (isLeftOut ? 'leftOut' : 'notApplicable');
  return { id, name, title, severity, family, requirements, remediation, links, outcome, judged };
}

/** A key that names no resource is still told apart by its stack. */
function splitKey(key: string): Where {
  const slash = key.indexOf('/');
  return slash === -1 ? { stack: '', address: key } : { stack: key.slice(0, slash), address: key.slice(slash + 1) };
}

function assertSameRules(catalogue: readonly Rule[], verdicts: Verdicts): void {
  const known = new Set(catalogue.map((rule) => rule.id));
  const missing = [...known].filter((id) => !Object.hasOwn(verdicts, id));
  const extra = Object.keys(verdicts).filter((id) => !known.has(id));
  if (missing.length === 0 && extra.length === 0) return;
  throw new GateError(
    'the compiled policy and the rule catalogue differ ' +
      `(without a verdict: ${missing.join(', ') || 'none'}; without an entry: ${extra.join(', ') || 'none'}); ` +
      'run "npm run policies build"',
  );
}

function bySeverityAndPlace(a: ReportResult, b: ReportResult): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.stack, b.stack) ||
    compare(a.address, b.address) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
