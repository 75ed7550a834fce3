// Usage: npm run policies -- [build | test | --check]
//   (nothing)  build the compiled policy, then test and lint the Rego
//   build      build only
//   test       test and lint only
//   --check    build elsewhere, fail when a byte differs from what is committed, then test and lint
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { artefacts, build, factsPath, writeFacts } from './build.mjs';
import { factsFile } from './catalogue.mjs';
import { goTool } from '../../tools/go-tool.mjs';

const policies = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(policies, 'compiled');
const modes = {
  '': [writeCompiled, testRego],
  build: [writeCompiled],
  test: [testRego],
  '--check': [checkCompiled, testRego],
};

async function writeCompiled(opa) {
  writeFacts(policies);
  await build(opa, policies, compiled);
  console.log(`policies: wrote ${factsPath}, and ${artefacts.join(', ')} to compiled/`);
}

async function checkCompiled(opa) {
  if (readFileSync(join(policies, factsPath), 'utf8') !== factsFile()) {
    throw new Error(`${factsPath} does not fit packages/sizing/data; run npm run policies and commit it`);
  }
  const rebuilt = mkdtempSync(join(tmpdir(), 'iris-policies-'));
  try {
    await build(opa, policies, rebuilt);
    const stale = artefacts.filter((name) => !same(join(compiled, name), join(rebuilt, name)));
    if (stale.length > 0) {
      throw new Error(
        `compiled/${stale.join(', compiled/')} does not fit the sources; run npm run policies and commit it`,
      );
    }
    console.log('policies: compiled/ fits the sources, byte for byte');
  } finally {
    rmSync(rebuilt, { recursive: true });
  }
}

async function testRego(opa) {
  const regal = await goTool({
    name: 'regal',
    package: 'github.com/open-policy-agent/regal',
    directory: join(policies, 'tools', 'regal'),
  });
  step('opa test', opa, ['test', '--timeout', '2m', 'rego']);
  step('opa check', opa, ['check', '--strict', 'rego']);
  step('opa fmt', opa, ['fmt', '--diff', '--fail', 'rego']);
  step('regal lint', regal, ['lint', 'rego']);
}

function same(one, other) {
  return readFileSync(one).equals(readFileSync(other));
}

function step(title, command, args) {
  console.log(`policies: ${title}`);
  const { status } = spawnSync(command, args, { cwd: policies, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${title} failed`);
}

const steps = modes[process.argv[2] ?? ''];
try {
  if (!steps) throw new Error(`unknown argument ${process.argv[2]}; allowed are build, test and --check, or none`);
  const opa = await goTool({ name: 'opa', package: 'github.com/open-policy-agent/opa', directory: policies });
  for (const run of steps) await run(opa);
} catch (error) {
  console.error(`policies: ${error.message}`);
  process.exitCode = 1;
}
