// Writes the table of docs/availability.md, or with --check tells whether it is the one of today's environments.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { availabilityTable } from './availability-table';

const file = path.resolve(__dirname, '..', 'docs', 'availability.md');

async function main(): Promise<number> {
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.indexOf('| environment'), text.indexOf('\n\n## What it is not')];
  const next = await format(text.slice(0, before) + availabilityTable() + text.slice(after), { parser: 'markdown' });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, next);
    return 0;
  }
  if (next === text) {
    return 0;
  }
  process.stderr.write('docs/availability.md is not that of the environments; run npm run availability\n');
  return 1;
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
