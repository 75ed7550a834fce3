import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder';

const execute = promisify(execFile);

const tool = path.resolve(__dirname, '../../tools/install-if-needed.mjs');

interface Checkout {
  /** The lockfile: version of each package. One whose name begins with "optional" may be missing. */
  readonly locked?: Readonly<Record<string, string>>;
  /** What npm noted when it installed; nothing when it never did. */
  readonly installed?: Readonly<Record<string, string>>;
  /** What the `npm` on the path does. */
  readonly npm?: string;
}

/** A checkout with a lockfile, and an `npm` on the path that notes its arguments and does what it is told. */
function checkout({ locked = { one: '1.0.0' }, installed, npm = 'exit 0' }: Checkout) {
  const folder = temporaryFolder();
  const file = (...parts: string[]) => path.join(folder, ...parts);
  writeFileSync(file('package-lock.json'), lockfile({ '': { name: 'checkout' }, ...entries(locked) }));
  mkdirSync(file('bin'));
  writeFileSync(file('bin', 'npm'), `#!/bin/sh\necho "$@" >> ${file('npm-was-called')}\n${npm}\n`);
  chmodSync(file('bin', 'npm'), 0o755);
  if (installed !== undefined) {
    mkdirSync(file('node_modules'));
    writeFileSync(file('node_modules', '.package-lock.json'), lockfile(entries(installed)));
  }
  const calls = () => (existsSync(file('npm-was-called')) ? readFileSync(file('npm-was-called'), 'utf8') : '');
  return { folder, file, npmCalls: () => calls().split('\n').filter(Boolean) };
}

function entries(packages: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [
      `node_modules/${name}`,
      { version, integrity: `sha512-${name}-${version}`, ...(name.startsWith('optional') ? { optional: true } : {}) },
    ]),
  );
}

function lockfile(packages: object): string {
  return JSON.stringify({ lockfileVersion: 3, packages });
}

const installation = (folder: string) => `await tool.installIfNeeded(${JSON.stringify(folder)})`;

function install(folder: string) {
  return evaluate(installation(folder), withNpmOf(folder));
}

function withNpmOf(folder: string) {
  return `${folder}/bin:${process.env['PATH'] ?? ''}`;
}

function program(code: string) {
  return `import * as tool from ${JSON.stringify(tool)}; try { ${code} } catch (error) { console.log(error.message) }`;
}

function evaluate(code: string, PATH = process.env['PATH']) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', program(code)], {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
}

test('installs when nothing is installed, what a user would omit included', () => {
  const { folder, npmCalls } = checkout({});

  const { stderr } = install(folder);

  expect(npmCalls()).toEqual([expect.stringMatching(/^ci --include=dev --include=optional /)]);
  expect(stderr).toContain('Installing the packages that package-lock.json names');
});

test.each([
  ['names another version', { one: '1.0.1' }],
  ['names one more package', { one: '1.0.0', two: '1.0.0' }],
  ['no longer names a package', {}],
])('installs when the lockfile %s', (_what, locked) => {
  const { folder, npmCalls } = checkout({ locked, installed: { one: '1.0.0' } });

  install(folder);

  expect(npmCalls()).toHaveLength(1);
});

test('installs when the note of the last installation is broken', () => {
  const { folder, file, npmCalls } = checkout({ installed: { one: '1.0.0' } });
  writeFileSync(file('node_modules', '.package-lock.json'), '{ "packages": {');

  install(folder);

  expect(npmCalls()).toHaveLength(1);
});

test('installs nothing, and says nothing, when what the lockfile names is installed, however new the lockfile is', () => {
  const { folder, file, npmCalls } = checkout({
    locked: { one: '1.0.0', 'optional-elsewhere': '1.0.0' },
    installed: { one: '1.0.0' },
  });
  const tomorrow = Date.now() / 1000 + 24 * 60 * 60;
  utimesSync(file('package-lock.json'), tomorrow, tomorrow);

  const { stdout, stderr } = install(folder);

  expect(npmCalls()).toEqual([]);
  expect(stdout + stderr).toBe('');
});

test('installs once when two processes find something to install', async () => {
  const { folder, npmCalls } = checkout({
    npm: 'sleep 0.5; mkdir node_modules; cp package-lock.json node_modules/.package-lock.json',
  });
  const start = () =>
    execute(process.execPath, ['--input-type=module', '-e', program(installation(folder))], {
      env: { ...process.env, PATH: withNpmOf(folder) },
    });

  await Promise.all([start(), start()]);

  expect(npmCalls()).toHaveLength(1);
});

test('does not wait for an installation whose process has ended', () => {
  const { folder, file, npmCalls } = checkout({});
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(file('.cache'));
  writeFileSync(file('.cache', 'install.lock'), String(pid));

  install(folder);

  expect(npmCalls()).toHaveLength(1);
  expect(existsSync(file('.cache', 'install.lock'))).toBe(false);
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
