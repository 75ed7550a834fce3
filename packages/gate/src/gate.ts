import { readFile } from 'node:fs/promises';
import type { Estate } from '@iris-azure/estate';
import type { Baseline, Rule } from '@iris-azure/policies';
import { baselines, catalogue, policyDataPath, policyWasmPath } from '@iris-azure/policies';
import type { BaselineChoice } from './baseline/choose';
import { chooseBaselines } from './baseline/choose';
import { GateError } from './gate-error';
import type { Evaluator } from './policy/evaluator';
import { loadWasmEvaluator } from './policy/wasm-evaluator';
import { buildReport } from './report/build-report';
import type { Report } from './report/report';

/** What a judgement is told beside the estate. */
export interface JudgeOptions extends BaselineChoice {
  /**
   * The paths that the estate was read from, for the report.
   *
   * @default none
   */
  readonly sources?: readonly string[];
}

/** A policy, ready to judge any number of estates. */
export interface Gate {
  /** The rules that it judges by, sorted by id. */
  readonly rules: readonly Rule[];
  /** The baselines that an estate's stacks are judged by; the first where none is named. */
  readonly baselines: readonly Baseline[];

  /**
   * Judges an estate, each stack by the rules of its baseline.
   *
   * The estate is judged as one, so that a rule sees what is in other stacks; what it finds on a resource counts by the
   * baseline of that resource's stack.
   *
   * @throws {GateError} when the estate is too large for one evaluation, there is no baseline of a name, or two patterns
   *   give one stack different baselines
   */
  judge(estate: Estate, options?: JudgeOptions): Report;
}

/** What a gate is made of. */
export interface GateParts {
  /** What judges. */
  readonly evaluator: Evaluator;
  /** The rules that it judges by: one for each verdict. */
  readonly catalogue: readonly Rule[];
  /**
   * The baselines to choose from; the first is that of stacks for which none is named.
   *
   * @default one that leaves out nothing, `reference`
   */
  readonly baselines?: readonly [Baseline, ...Baseline[]];
}

const everything: Baseline = { name: 'reference', title: 'Every rule', leavesOut: {} };

/** A gate of an evaluator, the catalogue of its rules, and baselines that choose among them. */
export function createGate({ evaluator, catalogue: rules, baselines: known = [everything] }: GateParts): Gate {
  return {
    rules,
    baselines: known,
    judge: (estate, { sources = [], ...choice } = {}) => {
      const chosen = chooseBaselines(estate.stacks, choice, known);
      return buildReport({
        estate,
        catalogue: rules,
        baselines: chosen,
        verdicts: evaluator.evaluate(estate),
        sources,
      });
    },
  };
}

/**
 * The gate of the policies that come with `@iris-azure/policies`.
 *
 * @throws {GateError} when the compiled policy or its data cannot be read
 */
export async function loadGate(): Promise<Gate> {
  const [wasm, data] = await Promise.all([read(policyWasmPath()), read(policyDataPath())]);
  return createGate({ evaluator: await loadWasmEvaluator(wasm, data), catalogue, baselines });
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch {
    throw new GateError(`the compiled policy is missing (${path}); run "npm run policies build"`);
  }
}
