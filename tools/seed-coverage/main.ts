// Writes docs/seed-coverage.md: what does, holds and shows each requirement of the article that this architecture began with.
// Exits 1 when a row is not covered; with --check also when the file is not what would be written, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '@iris-azure/policies';
import { format, resolveConfig } from 'prettier';
import { findConstructs } from './constructs';
import { cover, gaps } from './coverage';
import { documentOf } from './document';
import { readRows } from './rows';
import { readTests } from './tests';

const root = path.resolve(__dirname, '..', '..');
const file = path.join(root, 'docs', 'seed-coverage.md');

async function main(check: boolean): Promise<readonly string[]> {
  const sources = { rows: readRows(), constructs: findConstructs(root), rules: catalogue, tests: readTests(root) };
  const covered = cover(sources);
  const options = await resolveConfig(file);
  const document = await format(documentOf(covered), { ...options, parser: 'markdown' });
  const problems = gaps(covered, sources);
  if (!check) {
    writeFileSync(file, document);
  } else if (readFileSync(file, 'utf8') !== document) {
    problems.push('docs/seed-coverage.md is not up to date; run npm run seed-coverage and commit it');
  }
  return problems;
}

void main(process.argv.includes('--check')).then((problems) => {
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'Every row is covered.' : `${problems.length} to be mended.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
});
