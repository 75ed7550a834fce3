import { readEstate } from '@iris-azure/estate';
import { loadGate, type Report } from '@iris-azure/gate';
import { loadEnvironment } from '@iris-azure/stacks';
import { splitAddress } from './provider-error';

/** Judges plans of an environment by the rules of its baseline. */
export async function judge(environment: string, files: readonly string[]): Promise<Report> {
  const { baseline } = loadEnvironment(environment);
  return (await loadGate()).judge(readEstate(files), { sources: files, baseline });
}

/** Number of failed verdicts about a stack, which is a module where all stacks are planned as one. */
export function findingsOf(stack: string, report: Report): number {
  return failures(report).filter((result) => (splitAddress(result.address).stack ?? result.stack) === stack).length;
}

/** Failed verdicts, each in one line. */
export function problemsOf(report: Report): readonly string[] {
  return failures(report).map(({ rule, address, message }) => `${rule} ${address}: ${message}`);
}

function failures({ results }: Report): Report['results'] {
  return results.filter(({ outcome }) => outcome === 'fail');
}
