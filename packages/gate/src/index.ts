export type { BaselineChoice } from './baseline/choose';
export { createGate, loadGate, type Gate, type GateParts, type JudgeOptions } from './gate';
export { GateError } from './gate-error';
export type { Evaluator } from './policy/evaluator';
export { formatJson } from './report/format-json';
export { formatText, type TextOptions } from './report/format-text';
export type { Outcome, Report, ReportBaseline, ReportResult, ReportRule, ReportSummary } from './report/report';
