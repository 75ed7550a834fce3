import { readFileSync } from 'node:fs';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { policyDataPath, policyWasmPath, type Verdicts } from '@iris-azure/policies';

/** Loads the committed wasm and its data; the returned function judges an estate document and gives the verdicts by rule id. */
export async function loadCompiledPolicy(): Promise<(document: object) => Verdicts> {
  const policy = await loadPolicy(readFileSync(policyWasmPath()));
  policy.setData(JSON.parse(readFileSync(policyDataPath(), 'utf8')) as object);
  return (document) => (policy.evaluate(document) as [{ result: Verdicts }])[0].result;
}
