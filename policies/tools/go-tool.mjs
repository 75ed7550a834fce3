import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds the Go tool that a go.mod pins, and keeps it outside the checkout.
 *
 * The cache is keyed by the digest of go.sum, so another version is another file. Throws when Go is missing.
 *
 * @param {string} name the file name of the tool
 * @param {string} module the Go package that holds its main function
 * @param {string} directory the folder with go.mod and go.sum
 * @returns {string} the path of the built tool
 */
export function goTool(name, module, directory) {
  const digest = createHash('sha256')
    .update(readFileSync(join(directory, 'go.sum')))
    .digest('hex')
    .slice(0, 16);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'iris-azure', 'go-tools', digest);
  const tool = join(cache, process.platform === 'win32' ? `${name}.exe` : name);
  if (existsSync(tool)) return tool;
  requireGo();
  process.stderr.write(`building ${name} (once, some minutes on a cold cache)\n`);
  mkdirSync(cache, { recursive: true });
  const unfinished = `${tool}.${process.pid}`;
  execFileSync('go', ['build', '-trimpath', '-o', unfinished, module], { cwd: directory, stdio: ['ignore', 2, 2] });
  renameSync(unfinished, tool);
  return tool;
}

function requireGo() {
  if (spawnSync('go', ['version']).status === 0) return;
  throw new Error(
    'npm run policies needs Go 1.26 or later on PATH, found none; install Go, or use the committed policies/compiled',
  );
}
