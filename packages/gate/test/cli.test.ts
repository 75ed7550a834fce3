import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema } from '@iris-azure/gate/report-schema';
import { run } from '../src/cli/run';
import type { Surroundings } from '../src/cli/surroundings';
import { stubGate, stubGateWithBaselines } from './stub';

const folder = mkdtempSync(join(tmpdir(), 'iris-gate-'));
const good = file('good.tf.json', { storage_account_type: 'Premium_LRS', disk_encryption_set_id: 'x' });
const bad = file('bad.tf.json', { storage_account_type: 'Standard_LRS', disk_encryption_set_id: 'x' });
const BIN = join(__dirname, '..', 'bin', 'iris-gate.js');

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, disk: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ resource: { azurerm_managed_disk: { a: disk } } }));
  return path;
}

async function gate(argv: readonly string[], change: Partial<Surroundings> = {}) {
  let out = '';
  let error = '';
  const exitCode = await run(argv, {
    version: '1.2.3',
    color: false,
    now: () => 0,
    loadGate: () => Promise.resolve(stubGate()),
    out: (text) => void (out += text),
    error: (text) => void (error += text),
    ...change,
  });
  return { exitCode, out, error };
}

test('exits 0 when no rule fails', async () => {
  expect(await gate([good])).toMatchObject({
    exitCode: 0,
    error: '',
    out: expect.stringContaining('PASSED') as string,
  });
});

test('exits 1 when a rule fails, with the report on the standard output', async () => {
  const { exitCode, out, error } = await gate([bad]);

  expect({ exitCode, error }).toEqual({ exitCode: 1, error: '' });
  expect(out).toContain('✗ azurerm_managed_disk.a  T-001 premium');
});

test('several paths are judged as one estate', async () => {
  expect((await gate([good, bad])).out).toContain('2 stacks, 2 resources');
});

test('--baseline chooses the baseline of the stacks that fit a pattern, and of all others', async () => {
  const loadGate = () => Promise.resolve(stubGateWithBaselines());
  const others = await gate([good, bad, '--baseline', 'bad=strict', '--baseline', 'lax'], { loadGate });
  const named = await gate([good, bad, '--baseline', 'good=strict', '--baseline', 'b*=lax'], { loadGate });

  expect(others).toMatchObject({ exitCode: 1, error: '' });
  expect(named).toMatchObject({ exitCode: 0, error: '' });
  expect(named.out).toContain('strict (without 1 rule): good\nlax (without 2 rules): bad\n');
});

test('--format json prints a report that fits the schema', async () => {
  const report = reportSchema.parse(JSON.parse((await gate([bad, '--format', 'json'])).out));

  expect(report.sources).toEqual([bad]);
  expect(report.summary.failed).toBe(1);
});

test('--output writes the report to a file, and a summary to the standard error', async () => {
  const output = join(folder, 'report.json');
  const { exitCode, out, error } = await gate([bad, '--format', 'json', '--output', output]);

  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  expect(error).toBe(`FAILED  1 passed, 1 failed, 0 undecided; the report is in ${output}\n`);
  expect(reportSchema.safeParse(JSON.parse(readFileSync(output, 'utf8'))).success).toBe(true);
});

test('fails with exit code 2 when the output folder is missing, and leaves nothing behind', async () => {
  const { exitCode, error } = await gate([good, '--output', join(folder, 'missing', 'report.json')]);

  expect(exitCode).toBe(2);
  expect(error).toContain('the report cannot be written (ENOENT)');
  expect(existsSync(join(folder, 'missing'))).toBe(false);
});

test('fails with exit code 2 when the output is a folder, and leaves no draft behind', async () => {
  const before = readdirSync(folder);

  expect((await gate([good, '--output', folder])).exitCode).toBe(2);
  expect(readdirSync(folder)).toEqual(before);
});

test('writes no report when the input is bad', async () => {
  const output = join(folder, 'never.json');

  expect((await gate(['/nowhere', '--output', output])).exitCode).toBe(2);
  expect(existsSync(output)).toBe(false);
});

test.each([
  [[], "missing required argument 'path'"],
  [[good, '--format', 'yaml'], "argument 'yaml' is invalid. Allowed choices are text, json."],
  [[good, '--formt', 'json'], "unknown option '--formt'"],
  [['/nowhere'], 'iris-gate: /nowhere: does not exist'],
  [[good, '--baseline', 'zonel'], "iris-gate: baseline must be one of reference, got 'zonel'"],
  [[good, '--baseline', 'lax', '--baseline', 'strict'], 'All other stacks have the baseline lax already.'],
  [[good, '--baseline', '*=lax', '--baseline', '*=strict'], 'The pattern has a baseline already.'],
])('fails with exit code 2 on %j', async (argv, message) => {
  const { exitCode, out, error } = await gate(argv);

  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(error).toContain(message);
});

test('fails with exit code 2 and no stack trace on what nobody expected', async () => {
  const { exitCode, error } = await gate([good], {
    loadGate: () => Promise.reject(new TypeError('x is not a function')),
  });

  expect(exitCode).toBe(2);
  expect(error).toBe(
    'iris-gate: unexpected failure (x is not a function); please report it with the input that caused it\n',
  );
});

test('--help shows examples and exit codes, --version the version; both exit 0', async () => {
  const help = await gate(['--help']);

  expect(help).toMatchObject({ exitCode: 0, error: '' });
  expect(help.out).toContain('$ iris-gate cdktf.out');
  expect(help.out).toContain('2  bad input or usage');
  expect(help.out).toMatch(/^ {2}nonproduction +Development/m);
  expect(await gate(['--version'])).toEqual({ exitCode: 0, out: '1.2.3\n', error: '' });
});

test('the committed command judges with the compiled policies', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, good, '--format', 'json'], { encoding: 'utf8' });

  expect(stderr).toBe('');
  expect([0, 1]).toContain(status);
  expect(reportSchema.parse(JSON.parse(stdout)).summary.resources).toBe(1);
});

test('the committed command survives a reader that closes the pipe', () => {
  const script = `"${process.execPath}" "${BIN}" "${good}" --format json | true`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('fails with one line when the command is not built yet', () => {
  const clone = join(folder, 'clone', 'bin');
  mkdirSync(clone, { recursive: true });
  copyFileSync(BIN, join(clone, 'iris-gate.js'));
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'iris-gate.js')], { encoding: 'utf8' });

  expect({ status, stderr }).toEqual({ status: 2, stderr: 'iris-gate: not built yet; run "npm run build"\n' });
});
