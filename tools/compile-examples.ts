// Type-checks every TypeScript example of the documentation (```ts) against the packages as consumers see them: built.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkoutFiles } from './checkout-files';
import { fencedBlocks } from './fenced-blocks';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, '.cache', 'examples');

const examples = checkoutFiles(root, '*.md').flatMap((file) =>
  fencedBlocks(readFileSync(path.join(root, file), 'utf8'))
    .filter(({ info }) => info === 'ts')
    .map(({ line, code }) => ({ name: `${file.replace(/\W+/g, '-')}-${line}.ts`, code })),
);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, code } of examples) {
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
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '--project', folder], { stdio: 'inherit' });
console.log(`${examples.length} examples${status === 0 ? ' compile' : ' were compiled, not all without errors'}.`);
process.exitCode = status ?? 1;
