import { readFileSync } from 'node:fs';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { policyWasmPath } from '@iris-azure/policies';

/** What a rule found on one resource. */
export interface Finding {
  readonly key: string;
  readonly message: string;
}

/** What a rule found in an estate. */
export interface Verdict {
  readonly judged: readonly string[];
  readonly failures: readonly Finding[];
  readonly undecided: readonly Finding[];
}

/** Loads the committed wasm; the returned function judges an estate document and gives the verdicts by rule id. */
export async function loadCompiledPolicy(): Promise<(document: object) => Record<string, Verdict>> {
  const policy = await loadPolicy(readFileSync(policyWasmPath()));
  policy.setData({});
  return (document) => (policy.evaluate(document) as [{ result: Record<string, Verdict> }])[0].result;
}
