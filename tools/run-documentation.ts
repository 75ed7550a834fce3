// Does what README.md, CONTRIBUTING.md and docs say, in a copy of the checkout in which nothing is installed or built.
//
//   ```sh             commands that run as they stand, from the root of the checkout; once, however often they are shown
//   ```sh azure       commands that need Azure: not run; their syntax is checked, and that the names in them exist
//   ```sh rehearsal   commands that need the provider: checked in the same way here, and run as a stage of .ci/run
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkoutFiles } from './checkout-files';
import { type ExistingNames, listedStacks, unknownNames } from './documented-commands';
import { type FencedBlock, fencedBlocks } from './fenced-blocks';

interface Block extends FencedBlock {
  readonly file: string;
}

const root = path.resolve(__dirname, '..');
const copy = mkdtempSync(path.join(tmpdir(), 'iris-azure-documentation-'));

/** Runs a program in the copy, and returns what it printed if that is asked for. */
function run(program: string, args: readonly string[], stdout: 'inherit' | 'pipe' = 'inherit'): string {
  const result = spawnSync(program, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'] });
  if (result.status !== 0) {
    throw new Error(`exits ${String(result.status ?? result.signal)}`);
  }
  return result.stdout;
}

function runBlock({ code }: Block): void {
  run('bash', ['-euo', 'pipefail', '-c', code]);
}

function checkBlock({ code }: Block, names: ExistingNames): void {
  run('bash', ['-n', '-c', code]);
  const unknown = unknownNames(code, names);
  if (unknown.length > 0) {
    throw new Error(`names ${unknown.join(', ')}, which do not exist; stacks are ${names.stacks.join(', ')}`);
  }
}

/** What there is to name; known once the commands that install have run. */
function existingNames(): ExistingNames {
  const manifest = JSON.parse(readFileSync(path.join(copy, 'package.json'), 'utf8')) as { scripts: object };
  return { stacks: listedStacks(run('npx', ['cdktf', 'list'], 'pipe')), scripts: Object.keys(manifest.scripts) };
}

function atBlock(block: Block, work: () => void): void {
  const where = `${block.file}:${block.line}`;
  console.log(`\n${where} (${block.info})\n${block.code.replace(/^/gm, '  $ ')}`);
  try {
    work();
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}

function main(): void {
  for (const file of checkoutFiles(root)) {
    cpSync(path.join(root, file), path.join(copy, file));
  }
  const documents = ['README.md', 'CONTRIBUTING.md', ...checkoutFiles(root, 'docs/*.md')];
  const blocks = documents.flatMap((file) =>
    fencedBlocks(readFileSync(path.join(root, file), 'utf8')).map((block) => ({ ...block, file })),
  );
  const toRun = blocks.filter(
    ({ info, code }, index) => info === 'sh' && blocks.findIndex((block) => block.code === code) === index,
  );
  const toCheck = blocks.filter(({ info }) => info.startsWith('sh '));
  for (const block of toRun) {
    atBlock(block, () => {
      runBlock(block);
    });
  }
  const names = existingNames();
  for (const block of toCheck) {
    atBlock(block, () => {
      checkBlock(block, names);
    });
  }
  console.log(
    `\n${toRun.length} blocks of commands ran, ${toCheck.length} that need Azure or the provider were checked.`,
  );
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
