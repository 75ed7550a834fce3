export { type Baseline, baselines } from './baselines';
export { catalogue, type Rule, type Severity } from './catalogue';
export { compiledDigest } from './compiled-digest';
export { sourceDigest } from './digest';
export { policyDataPath, policyWasmPath } from './paths';
export { type Finding, type Verdict, type Verdicts } from './verdicts';
