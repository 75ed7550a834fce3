import { createColors } from 'picocolors';
import type { Report, ReportResult } from './report';
import { SEVERITIES } from './report';
import { counted, grouped, wrapped } from './text';

/** How a text report looks. */
export interface TextOptions {
  /**
   * Whether to use terminal colours.
   *
   * @default false
   */
  readonly color?: boolean;
  /**
   * How long reading and judging took.
   *
   * @default no time is shown
   */
  readonly seconds?: number;
}

type Colors = ReturnType<typeof createColors>;

/** A report for a person to read: what failed and what to do, the worst first, then what could not be decided. */
export function formatText(report: Report, { color = false, seconds }: TextOptions = {}): string {
  const colors = createColors(color);
  const names = new Map(report.rules.map((rule) => [rule.id, rule.name]));
  const sections = [
    [header(report, seconds, colors)],
    ...SEVERITIES.map((severity) => {
      const failures = report.results.filter((result) => result.outcome === 'fail' && result.severity === severity);
      return section(colors.bold(colors.red(severity.toUpperCase())), failures, colors.red('✗'), names, colors);
    }),
    section(
      `${colors.bold(colors.yellow('UNDECIDED'))} ${colors.dim('known only after apply; gate the plan of a later run')}`,
      report.results.filter((result) => result.outcome === 'undecided'),
      colors.yellow('?'),
      names,
      colors,
    ),
    silent(report, names, colors),
    conclusion(report, colors),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function header({ summary, baselines }: Report, seconds: number | undefined, colors: Colors): string {
  const { resources, rules } = summary;
  const facts = [
    counted(summary.stacks, 'stack'),
    counted(resources, 'resource'),
    counted(rules, 'rule'),
    ...(seconds === undefined ? [] : [`${seconds.toFixed(2)} s`]),
  ];
  const judged = baselines.flatMap(({ name, leavesOut, stacks }) => {
    const without = Object.keys(leavesOut).length;
    const title = without === 0 ? name : `${name} (without ${counted(without, 'rule')})`;
    return wrapped(`${title}: ${stacks.join(', ')}`, '  ', '');
  });
  return [`${colors.bold('iris-gate')}  ${facts.join(', ')}`, ...judged.map(colors.dim)].join('\n');
}

/** The results of one kind by stack; a rule's remediation stands at its first result there. */
function section(
  title: string,
  results: readonly ReportResult[],
  mark: string,
  names: ReadonlyMap<string, string>,
  colors: Colors,
): readonly string[] {
  if (results.length === 0) return [];
  const lines = [title];
  for (const [stack, ofStack] of grouped(results, (result) => result.stack)) {
    lines.push(`  ${colors.underline(stack)}`);
    const advised = new Set<string>();
    for (const { rule, address, message, remediation } of ofStack) {
      lines.push(`    ${mark} ${colors.bold(address)}  ${colors.dim(`${rule} ${names.get(rule) ?? ''}`)}`);
      lines.push(...wrapped(message, '      '));
      if (!advised.has(rule)) lines.push(...wrapped(remediation, '        ', '      → ').map(colors.cyan));
      advised.add(rule);
    }
  }
  return lines;
}

function silent(
  { notApplicable, rules }: Report,
  names: ReadonlyMap<string, string>,
  colors: Colors,
): readonly string[] {
  if (notApplicable.length === 0) return [];
  const shown = notApplicable.map((id) => `${id} ${names.get(id) ?? ''}`.trim()).join(', ');
  const title = `${notApplicable.length} of ${counted(rules.length, 'rule')} judged nothing, for lack of such resources:`;
  return [...wrapped(`${title} ${shown}`, '  ', '')].map(colors.dim);
}

function conclusion({ summary, rules }: Report, colors: Colors): readonly string[] {
  const { passed, failed, waived, undecided } = summary;
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ].join(', ');
  if (failed > 0) {
    const broken = rules.filter((rule) => rule.outcome === 'fail').length;
    return [
      `${colors.bold(colors.red('FAILED'))}  ${counts} (${counted(broken, 'rule')} broken)`,
      'Next: correct what is marked ✗, synthesize or plan again, and run the gate once more.',
    ];
  }
  if (passed + undecided + waived === 0) {
    return [
      `${colors.bold(colors.yellow('NOTHING JUDGED'))}  no rule found a resource of its kind`,
      'Next: check that the paths are the stacks you meant.',
    ];
  }
  const next =
    undecided > 0
      ? 'Next: deploy, or run the gate on the plan ("terraform show -json"), which knows more.'
      : 'Next: deploy, for instance with "npx cdktf deploy \'*\'".';
  return [`${colors.bold(colors.green('PASSED'))}  ${counts}`, next];
}
