import type { Estate } from '@iris-azure/estate';
import { EstateError, readEstate } from '@iris-azure/estate';
import type { Gate } from '../gate';
import { GateError } from '../gate-error';
import { formatJson } from '../report/format-json';
import { formatText } from '../report/format-text';
import type { Report } from '../report/report';
import { parseArguments } from './arguments';
import type { ExitCode, Surroundings } from './surroundings';
import { OutputError, writeWhole } from './write-whole';

/** Runs the command line `iris-gate` with the given arguments; every failure ends as a message and an exit code. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { color, now, loadGate, out, error } = surroundings;
  const started = now();
  const parsed = parseArguments(argv, surroundings);
  if ('exitCode' in parsed) return parsed.exitCode;
  const { paths, choice, format, output } = parsed;
  try {
    // Reading the estate is synchronous, and the policy's compilation goes on beside it.
    const loading = loadGate();
    const { estate, gate } = await both(() => readEstate(paths), loading);
    const report = gate.judge(estate, { ...choice, sources: paths });
    const seconds = (now() - started) / 1000;
    const text = format === 'json' ? formatJson(report) : formatText(report, { color: color && !output, seconds });
    if (output === undefined) {
      out(text);
    } else {
      writeWhole(output, text);
      error(`${summaryLine(report)}; the report is in ${output}\n`);
    }
    return report.summary.failed > 0 ? 1 : 0;
  } catch (problem) {
    error(`iris-gate: ${messageOf(problem)}\n`);
    return 2;
  }
}

async function both(read: () => Estate, loading: Promise<Gate>): Promise<{ estate: Estate; gate: Gate }> {
  // Were the estate refused first, the other promise's failure would go unhandled.
  loading.catch(() => undefined);
  const estate = read();
  return { estate, gate: await loading };
}

function summaryLine({ summary }: Report): string {
  const { passed, failed, undecided } = summary;
  return `${failed > 0 ? 'FAILED' : 'PASSED'}  ${passed} passed, ${failed} failed, ${undecided} undecided`;
}

function messageOf(problem: unknown): string {
  const expected = problem instanceof EstateError || problem instanceof GateError || problem instanceof OutputError;
  if (expected) return problem.message;
  const text = problem instanceof Error ? problem.message : String(problem);
  return `unexpected failure (${text}); please report it with the input that caused it`;
}
