import { readFileSync } from 'node:fs';
import path from 'node:path';
import { logAlertRows, metricAlertRows } from './alert-table';

const document = readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'monitoring.md'), 'utf8');

/** Rows of all tables of the document, each as its cells. */
const rows = document
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test.each([...metricAlertRows(), ...logAlertRows()].map((cells) => ({ name: cells.slice(0, 2).join(' '), cells })))(
  'docs/monitoring.md has the alert $name as it is made',
  ({ cells }) => {
    expect(rows).toContainEqual(cells);
  },
);
