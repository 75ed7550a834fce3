import { Refusal } from '@iris-azure/foundation';
import { planPlot } from '../plot/plan-plot';
import { parseDisks } from '../report/disk-set';
import { formatExplanation } from '../report/format-explanation';
import { formatList } from '../report/format-list';
import { formatPlans } from '../report/format-plans';
import { plansReport } from '../report/plan-report';
import { explainSize } from '../report/size-explanation';
import { sizeList } from '../report/size-list';
import { parseArguments } from './arguments';
import { type Command, type ExplainOptions, type PlanOptions } from './commands';
import { planRequests } from './plan-requests';
import { type ExitCode, type Surroundings } from './surroundings';
import { OutputError, writeWhole } from './write-whole';

/** Runs the command line `iris-size` with the given arguments; every failure ends as a message and an exit code. */
export function run(argv: readonly string[], surroundings: Surroundings): ExitCode {
  const { out, error } = surroundings;
  const parsed = parseArguments(argv, surroundings);
  if ('exitCode' in parsed) {
    return parsed.exitCode;
  }
  try {
    const { text, message } = answer(parsed, surroundings.color);
    out(text);
    error(message);
    return 0;
  } catch (problem) {
    error(`iris-size: ${messageOf(problem)}\n`);
    return 2;
  }
}

/** What is printed, and what is said beside it. */
interface Answer {
  readonly text: string;
  readonly message: string;
}

function answer(command: Command, color: boolean): Answer {
  switch (command.name) {
    case 'plan':
      return plan(command.options, color);
    case 'explain':
      return explain(command.size, command.options, color);
    case 'list': {
      const list = sizeList({ regions: command.options.region, series: command.options.series });
      return { text: command.options.format === 'json' ? json(list) : formatList(list, { color }), message: '' };
    }
  }
}

function plan(options: PlanOptions, color: boolean): Answer {
  const { format, plot } = options;
  const report = plansReport(planRequests(options));
  const text = format === 'json' ? json(report) : formatPlans(report, { color });
  const [first] = report.plans;
  if (plot === undefined || !first) {
    return { text, message: '' };
  }
  writeWhole(plot, planPlot(first));
  return { text, message: `the plot is in ${plot}\n` };
}

function explain(size: string, options: ExplainOptions, color: boolean): Answer {
  const { disks, diskType, diskIops, diskThroughput, region, format } = options;
  if (disks === undefined && (diskIops !== undefined || diskThroughput !== undefined)) {
    throw new Refusal('--disk-iops and --disk-throughput are of disks; pass --disks with them');
  }
  const asked = { iops: diskIops, throughputMbps: diskThroughput };
  const explanation = explainSize({
    size,
    disks: disks === undefined ? undefined : parseDisks(disks, diskType, asked),
    diskType,
    regions: region,
  });
  return { text: format === 'json' ? json(explanation) : formatExplanation(explanation, { color }), message: '' };
}

function json(document: object): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function messageOf(problem: unknown): string {
  if (problem instanceof Refusal || problem instanceof OutputError) {
    return problem.message;
  }
  const text = problem instanceof Error ? problem.message : String(problem);
  return `unexpected failure (${text}); please report it with the input that caused it`;
}
