import type { Report } from './report';

/** A report as JSON text, indented by two, with a line feed at the end; its schema is `@iris-azure/gate/report-schema`. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
