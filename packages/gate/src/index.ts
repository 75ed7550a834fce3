export { createGate, loadGate, type Gate, type GateParts } from './gate';
export { GateError } from './gate-error';
export type { Evaluator } from './policy/evaluator';
export { formatJson } from './report/format-json';
export { formatText, type TextOptions } from './report/format-text';
export type { Outcome, Report, ReportResult, ReportRule, ReportSummary } from './report/report';
