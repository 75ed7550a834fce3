// Runs every command that the documentation shows, from the root of the checkout.
//
//   ```sh         run as it stands; it must exit 0
//   ```sh azure   needs Azure: its syntax is checked, and that the stacks it names exist
//
// node tools/run-documentation.mjs [--except COMMAND ...]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fencedBlocks, markdownFiles } from './fenced-blocks.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({ options: { except: { type: 'string', multiple: true, default: [] } } });

/** Runs a block in bash, which stops at the first command that fails. */
function bash(block, ...flags) {
  const { status } = spawnSync('bash', ['-euo', 'pipefail', ...flags, '-c', block.code], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    throw new Error(`exits ${status}`);
  }
}

/** Checks that each stack that a block names or matches ('trakcare-prod-*') has been synthesized. */
function checkStacks(block, known) {
  for (const [, name] of block.code.matchAll(/cdktf (?:deploy|destroy|diff) '?([\w*-]+)'?/g)) {
    const pattern = new RegExp(`^${name.replaceAll('*', '.*')}$`);
    if (!known.some((stack) => pattern.test(stack))) {
      throw new Error(`names stack '${name}', and there are ${known.join(', ')}`);
    }
  }
}

function stacks() {
  const { stdout } = spawnSync('npx', ['cdktf', 'list'], { cwd: root, encoding: 'utf8' });
  return [...new Set(stdout.match(/\b[a-z]+-[a-z]+-[a-z]+\b/g) ?? [])];
}

const kinds = {
  sh: (block) => bash(block),
  'sh azure': (block, known) => {
    bash(block, '-n');
    checkStacks(block, known);
  },
};

const known = stacks();
const blocks = markdownFiles(root)
  .flatMap(fencedBlocks)
  .filter(({ info, code }) => info in kinds && !options.except.includes(code.trim()));
for (const block of blocks) {
  const where = `${path.relative(root, block.file)}:${block.line}`;
  console.log(`\n${where} (${block.info})\n${block.code.replace(/^/gm, '  $ ')}`);
  try {
    kinds[block.info](block, known);
  } catch (error) {
    console.error(`${where}: ${error.message}`);
    process.exit(1);
  }
}
console.log(`\n${blocks.length} blocks of commands are as the documentation says.`);
