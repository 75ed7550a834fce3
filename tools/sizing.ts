// Writes what docs/sizing.md shows, and docs/sizing.svg: the table of catalogues, and below each command `npx iris-size` what
// it prints. With --check tells whether they are what it prints today.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { sizingTable } from './sizing-table';

const root = path.resolve(__dirname, '..');
const program = path.join(root, 'packages', 'sizing', 'bin', 'iris-size.js');
const guide = path.join('docs', 'sizing.md');
const plot = path.join('docs', 'sizing.svg');

async function main(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-sizing-'));
  try {
    const text = readFileSync(path.join(root, guide), 'utf8');
    mkdirSync(path.join(folder, 'docs'));
    const next = await format(withTable(withOutput(text, folder)), { parser: 'markdown' });
    const made = { [guide]: next, [plot]: readFileSync(path.join(folder, plot), 'utf8') };
    return process.argv.includes('--check') ? differences(made) : write(made);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Below each command that is shown with its output, what it prints today; its plot is drawn in the folder. */
function withOutput(text: string, folder: string): string {
  return text.replace(
    /(```sh\nnpx iris-size ([^`]*?)\n```\n\n```text\n)[^`]*(```)/g,
    (_all, before: string, command: string, after: string) => before + printed(command, folder) + after,
  );
}

function printed(command: string, folder: string): string {
  const args = command.replaceAll('\\\n', ' ').split(/\s+/);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (status !== 0) {
    throw new Error(`iris-size ${args.join(' ')} exits ${String(status)}: ${stderr}`);
  }
  return stdout;
}

function withTable(text: string): string {
  const start = text.indexOf('| figures');
  const end = text.indexOf('\n\n', start);
  if (start === -1 || end === -1) {
    throw new Error(`${guide} has no table that begins with "| figures", and text below it`);
  }
  return text.slice(0, start) + sizingTable() + text.slice(end);
}

function write(made: Readonly<Record<string, string>>): number {
  for (const [file, text] of Object.entries(made)) {
    writeFileSync(path.join(root, file), text);
  }
  return 0;
}

function differences(made: Readonly<Record<string, string>>): number {
  const different = Object.entries(made).filter(([file, text]) => readFileSync(path.join(root, file), 'utf8') !== text);
  for (const [file] of different) {
    process.stderr.write(`${file} is not what iris-size says today; run npm run sizing\n`);
  }
  return different.length > 0 ? 1 : 0;
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
