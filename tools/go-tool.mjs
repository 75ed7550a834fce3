import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { withProgress } from './progress.mjs';

/** How many lines of a failed build are shown. */
const shownLines = 20;

/**
 * Builds the Go tool that a go.mod pins, once, and keeps it outside the checkout. The cache is keyed by the digest of
 * go.sum and of the flags, so another version is another file. Returns the path of the tool.
 *
 * `name` is the file name of the tool, `package` holds its main function, `directory` is the folder with go.mod and
 * go.sum, and `flags` are further ones of `go build`.
 */
export async function goTool({ name, package: main, directory, flags = [] }) {
  const digest = createHash('sha256')
    .update(readFileSync(path.join(directory, 'go.sum')))
    .update(flags.join(' '))
    .digest('hex')
    .slice(0, 16);
  const folder = cacheFolder('go-tools', digest);
  const tool = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  return oneAtATime(`${tool}.lock`, async () => {
    if (!existsSync(tool)) {
      const draft = `${tool}.draft`;
      try {
        await withProgress(`Building ${name} by Go, once: some minutes with a cold cache`, () =>
          go(['build', '-trimpath', ...flags, '-o', draft, main], directory, `${name} ${versionOf(main, directory)}`),
        );
        renameSync(draft, tool);
      } finally {
        rmSync(draft, { force: true });
      }
    }
    return tool;
  });
}

/** Version of the module that holds a package, as go.mod has it. */
function versionOf(main, directory) {
  const required = readFileSync(path.join(directory, 'go.mod'), 'utf8').matchAll(/^(?:require )?\s*(\S+) (v\S+)/gm);
  const [, , version] = [...required].find(([, module]) => `${main}/`.startsWith(`${module}/`));
  return version;
}

/** Runs Go; fails with what it said last. */
async function go(args, cwd, title) {
  const child = spawn('go', args, { cwd, env: process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => (said += text));
  }
  const status = await new Promise((resolve, reject) => {
    child.on('error', () => {
      reject(new Error(`${title} is built by Go 1.26 or later, and there is none on PATH; install Go`));
    });
    child.on('close', resolve);
  });
  if (status !== 0) {
    const lines = said.trimEnd().split('\n').slice(-shownLines);
    const what = `${title} cannot be fetched or built by Go from ${path.join(cwd, 'go.mod')}:`;
    throw new Error([what, ...lines].join('\n'));
  }
}
