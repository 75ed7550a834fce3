import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

const tool = path.resolve(__dirname, '../../tools/install-if-needed.mjs');

/** A checkout with a lockfile, and an `npm` on the path that notes its arguments and does what it is told. */
function checkout({ npm = 'exit 0', installedSecondsAgo }: { npm?: string; installedSecondsAgo?: number }) {
  const folder = temporaryFolder();
  const file = (...parts: string[]) => path.join(folder, ...parts);
  writeFileSync(file('package-lock.json'), '{}');
  mkdirSync(file('bin'));
  writeFileSync(file('bin', 'npm'), `#!/bin/sh\necho "$@" > ${file('npm-was-called')}\n${npm}\n`);
  chmodSync(file('bin', 'npm'), 0o755);
  if (installedSecondsAgo !== undefined) {
    const time = Date.now() / 1000 - installedSecondsAgo;
    mkdirSync(file('node_modules'));
    writeFileSync(file('node_modules', '.package-lock.json'), '{}');
    utimesSync(file('node_modules', '.package-lock.json'), time, time);
  }
  return { folder, npmWasCalled: () => existsSync(file('npm-was-called')) };
}

function install(folder: string) {
  return evaluate(
    `await tool.installIfNeeded(${JSON.stringify(folder)})`,
    `${folder}/bin:${process.env['PATH'] ?? ''}`,
  );
}

function evaluate(code: string, PATH = process.env['PATH']) {
  const program = `import * as tool from ${JSON.stringify(tool)}; try { ${code} } catch (error) { console.log(error.message) }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
}

test('installs when nothing is installed', () => {
  const { folder, npmWasCalled } = checkout({});

  const { stderr } = install(folder);

  expect(npmWasCalled()).toBe(true);
  expect(stderr).toContain('Installing the packages that package-lock.json names');
});

test('installs when the lockfile is newer than what is installed', () => {
  const { folder, npmWasCalled } = checkout({ installedSecondsAgo: 60 });

  install(folder);

  expect(npmWasCalled()).toBe(true);
});

test('installs nothing, and says nothing, when what is installed is newer than the lockfile', () => {
  const { folder, npmWasCalled } = checkout({ installedSecondsAgo: -60 });

  const { stdout, stderr } = install(folder);

  expect(npmWasCalled()).toBe(false);
  expect(stdout + stderr).toBe('');
});

test('fails with what npm says when npm fails', () => {
  const { folder } = checkout({ npm: 'echo "npm error network unreachable" >&2; exit 1' });

  const { stdout } = install(folder);

  expect(stdout).toBe('npm ci failed, so nothing was run. It said:\nnpm error network unreachable\n');
});

test('fails on a Node that is too old, and tells which would do', () => {
  const { stdout } = evaluate(
    `console.log(tool.nodeProblem('18.20.4'), tool.nodeProblem('20.9.0'), tool.nodeProblem('20.10.0'))`,
  );

  expect(stdout).toContain('Node must be 20.10 or newer, got 18.20.4; install a current Node 20, 22 or 24');
  expect(stdout).toContain('got 20.9.0');
  expect(stdout.trim().endsWith('undefined')).toBe(true);
});
