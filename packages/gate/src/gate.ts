import { readFile } from 'node:fs/promises';
import type { Estate } from '@iris-azure/estate';
import type { Rule } from '@iris-azure/policies';
import { catalogue, policyWasmPath } from '@iris-azure/policies';
import { GateError } from './gate-error';
import type { Evaluator } from './policy/evaluator';
import { loadWasmEvaluator } from './policy/wasm-evaluator';
import { buildReport } from './report/build-report';
import type { Report } from './report/report';

/** A policy, ready to judge any number of estates. */
export interface Gate {
  /** The rules that it judges by, sorted by id. */
  readonly rules: readonly Rule[];

  /**
   * Judges an estate by every rule.
   *
   * @param sources the paths that the estate was read from, for the report
   * @default sources are empty
   * @throws {GateError} when the estate is too large for one evaluation
   */
  judge(estate: Estate, sources?: readonly string[]): Report;
}

/** What a gate is made of. */
export interface GateParts {
  /** What judges. */
  readonly evaluator: Evaluator;
  /** The rules that it judges by: one for each verdict. */
  readonly catalogue: readonly Rule[];
}

/** A gate of an evaluator and the catalogue of its rules. */
export function createGate({ evaluator, catalogue: rules }: GateParts): Gate {
  return {
    rules,
    judge: (estate, sources = []) => buildReport(estate, rules, evaluator.evaluate(estate), sources),
  };
}

/**
 * The gate of the policies that come with `@iris-azure/policies`.
 *
 * @throws {GateError} when the compiled policy cannot be read
 */
export async function loadGate(): Promise<Gate> {
  const path = policyWasmPath();
  let wasm: Uint8Array<ArrayBuffer>;
  try {
    wasm = await readFile(path);
  } catch {
    throw new GateError(`the compiled policy is missing (${path}); run "npm run policies build"`);
  }
  return createGate({ evaluator: await loadWasmEvaluator(wasm), catalogue });
}
