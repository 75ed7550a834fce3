import type { Report } from '@iris-azure/gate';
import type { Synthesis } from '@iris-azure/stacks';
import { createColors } from 'picocolors';

/** What the main job has to tell. */
export interface ProductionReport {
  readonly environment: string;
  readonly outdir: string;
  readonly stacks: Synthesis['stacks'];
  readonly report: Report;
  /** The gate's own report when there is something to mend, else empty. */
  readonly findings: string;
  readonly seconds: number;
}

/** The report of the main job, for a person at a terminal. */
export function formatProduction(production: ProductionReport, color: boolean): string {
  const { environment, outdir, stacks, report, findings, seconds } = production;
  const { bold, cyan, dim, green, red } = createColors(color);
  const { rules, passed, failed, undecided } = report.summary;
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const verdict = failed > 0 ? bold(red('The gate refuses it')) : bold(green('The gate lets it pass'));
  return [
    `${bold(environment)} ${dim(`in ${outdir}, ${seconds.toFixed(1)} s`)}`,
    '',
    ...table([
      ...stacks.map((stack) => [stack.name, `${stack.resources} resources`]),
      [`${stacks.length} stacks`, `${resources} resources`],
    ]),
    '',
    ...table(families(report)),
    '',
    `${verdict}: ${rules} rules, ${passed} verdicts passed, ${failed} failed, ${undecided} undecided.`,
    ...silentRules(report).map(dim),
    ...(findings ? ['', findings.trimEnd()] : []),
    '',
    bold('Next'),
    ...table(
      [
        [`stacks/environments/${environment}.yaml`, 'change its values, run npm start again'],
        [`npx cdktf deploy '${environment}-*'`, 'deploy it; read docs/deploying.md first'],
        ['npm run gate -- PATH...', 'gate any Terraform, synthesized or planned'],
        ['npm test', 'run the tests'],
      ].map(([command = '', purpose = '']) => [cyan(command), purpose]),
    ),
    '',
  ].join('\n');
}

/** Rules that found nothing of their kind, so that their silence is not taken for approval. */
function silentRules({ notApplicable, rules }: Report): string[] {
  const silent = rules.filter((rule) => notApplicable.includes(rule.id)).map((rule) => `${rule.id} ${rule.name}`);
  return silent.length > 0 ? [`Without anything to judge: ${silent.join(', ')}.`] : [];
}

/** A row for each family of rules: name, rules, verdicts, and what they said. */
function families({ rules, results }: Report): string[][] {
  const names = [...new Set(rules.map((rule) => rule.family))];
  return names.map((family) => {
    const ids = new Set(rules.filter((rule) => rule.family === family).map((rule) => rule.id));
    const verdicts = results.filter((result) => ids.has(result.rule));
    const failed = verdicts.filter((result) => result.outcome === 'fail').length;
    const undecided = verdicts.filter((result) => result.outcome === 'undecided').length;
    return [
      family.replaceAll('-', ' ').replace(/^tls/, 'TLS'),
      `${ids.size} rules`,
      `${verdicts.length} verdicts`,
      [failed > 0 ? `${failed} failed` : '', undecided > 0 ? `${undecided} undecided` : '']
        .filter(Boolean)
        .join(', ') || 'all passed',
    ];
  });
}

/** Rows in aligned columns, indented; cells that begin with a number stand at the right of their column. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  const align = (cell: string, width = 0) => (/^\d+ (?!stacks)/.test(cell) ? cell.padStart(width) : cell.padEnd(width));
  return rows.map((row) => `  ${row.map((cell, column) => align(cell, widths[column])).join('  ')}`.trimEnd());
}
