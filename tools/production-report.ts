import { compositeAvailability, minutesPerMonth, type PromisedLink } from '@iris-azure/sizing';
import type { Report } from '@iris-azure/gate';
import type { Synthesis } from '@iris-azure/stacks';
import { createColors } from 'picocolors';
import { percent } from './availability-table';
import { table } from './table';

/** What the main job has to tell. */
export interface ProductionReport {
  readonly environment: string;
  readonly outdir: string;
  readonly stacks: Synthesis['stacks'];
  /** What users need, with what Azure promises of it. */
  readonly promises: readonly PromisedLink[];
  readonly report: Report;
  /** The gate's own report when there is something to mend, else empty. */
  readonly findings: string;
  readonly seconds: number;
}

/** The report of the main job, for a person at a terminal. */
export function formatProduction(production: ProductionReport, color: boolean): string {
  const { environment, outdir, stacks, promises, report, findings, seconds } = production;
  const { bold, cyan, dim, green, red } = createColors(color);
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const verdict =
    report.summary.failed > 0 ? bold(red('The gate refuses this environment.')) : bold(green('The gate lets it pass.'));
  const next = [
    [`stacks/environments/${environment}.yaml`, 'change its values, run npm start again'],
    [`npx cdktf deploy '${environment}-*'`, 'deploy it; read docs/deploying.md first'],
    ['npm run gate -- PATH...', 'gate any Terraform, synthesized or planned'],
    ['npm test', 'run the tests'],
  ] as const;
  const commandWidth = Math.max(...next.map(([command]) => command.length));
  return [
    `${bold(environment)} ${dim(`synthesized to ${outdir} and judged in ${seconds.toFixed(1)} s`)}`,
    '',
    ...table(
      ['stack', 'resources'],
      [...stacks.map((stack) => [stack.name, stack.resources] as const), ['total', resources]],
    ),
    '',
    ...table(['users need', 'promised by Azure'], availability(promises)),
    '',
    ...table(['rules', 'number', 'verdicts', 'passed', 'failed', 'undecided'], families(report)),
    ...[...leftOutRules(report), ...silentRules(report, outdir)].map(dim),
    '',
    verdict,
    ...(findings ? ['', findings.trimEnd()] : []),
    '',
    bold('Next'),
    ...next.map(([command, purpose]) => `  ${cyan(command.padEnd(commandWidth))}  ${purpose}`),
    '',
  ].join('\n');
}

/** What Azure promises of each link, and of all together. */
function availability(promises: readonly PromisedLink[]): (readonly [string, string])[] {
  const composite = compositeAvailability(promises);
  const minutes = minutesPerMonth(composite).toFixed(0);
  return [
    ...promises.map((link) => [link.name, percent(link.availability)] as const),
    [`all of it, but for ${minutes} minutes a month`, percent(composite)],
  ];
}

/** Figures for each family of rules, and for all; without the rules that the baseline leaves out. */
function families({ rules: all, results, summary }: Report): (readonly [string, ...number[]])[] {
  const rules = all.filter((rule) => rule.outcome !== 'leftOut');
  const names = [...new Set(rules.map((rule) => rule.family))];
  const rows = names.map((family) => {
    const ids = new Set(rules.filter((rule) => rule.family === family).map((rule) => rule.id));
    const outcomes = results.filter((result) => ids.has(result.rule)).map((result) => result.outcome);
    const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
    return [title(family), ids.size, outcomes.length, count('pass'), count('fail'), count('undecided')] as const;
  });
  const { passed, failed, undecided } = summary;
  return [...rows, ['total', rules.length, results.length, passed, failed, undecided]];
}

function title(family: string): string {
  return family.replaceAll('-', ' ').replace(/^tls\b/, 'TLS');
}

/** What the baseline leaves out, so that nobody takes it for judged. */
function leftOutRules({ baselines, rules }: Report): string[] {
  const leftOut = rules.filter((rule) => rule.outcome === 'leftOut').map((rule) => `${rule.id} ${rule.name}`);
  const names = baselines.map((baseline) => baseline.name).join(', ');
  return leftOut.length > 0 ? [`  baseline ${names} leaves out ${leftOut.join(', ')}`] : [];
}

/** Rules that found nothing of their kind, so that their silence is not taken for approval. */
function silentRules({ notApplicable }: Report, outdir: string): string[] {
  const { length } = notApplicable;
  const them = length === 1 ? 'one of them' : `${length} of them`;
  return length > 0 ? [`  nothing to judge for ${them}, which "npm run gate -- ${outdir}" names`] : [];
}
