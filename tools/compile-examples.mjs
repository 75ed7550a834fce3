// Type-checks every TypeScript example of the documentation (```ts) against the packages as consumers see them: built.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fencedBlocks, markdownFiles } from './fenced-blocks.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, '.cache', 'examples');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const examples = markdownFiles(root)
  .flatMap(fencedBlocks)
  .filter(({ info }) => info === 'ts');
for (const { file, line, code } of examples) {
  const name = `${path.relative(root, file).replace(/[^\w]+/g, '-')}-${line}.ts`;
  // "export {}" keeps the names of one example from those of another.
  writeFileSync(path.join(folder, name), `${code}\nexport {};\n`);
}
writeFileSync(
  path.join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      composite: false,
      customConditions: [],
      declaration: false,
      declarationMap: false,
      noEmit: true,
      noUnusedLocals: false,
      types: ['node', 'jest'],
    },
    include: ['*.ts'],
  }),
);
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', folder],
  {
    stdio: 'inherit',
  },
);
console.log(`${examples.length} examples${status === 0 ? ' compile' : ' were compiled, not all without errors'}.`);
process.exitCode = status ?? 1;
