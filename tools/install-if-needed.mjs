import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './is-installed.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { program } from './program.mjs';
import { withProgress } from './progress.mjs';

// Runs before anything is installed: Node's own modules alone.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Oldest Node that the packages support. */
const oldestNode = [20, 10];

/** What is wrong with a version of Node, or nothing. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
    ? undefined
    : `Node must be ${oldestNode.join('.')} or newer, got ${version}; install a current Node 20, 22 or 24`;
}

/**
 * Installs what the lockfile names, unless that has been done. Of several processes that find something to install, one
 * installs and the others wait for it. Throws an Error whose message is for the user.
 */
export async function installIfNeeded(folder = root) {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    throw new Error(problem);
  }
  if (isInstalled(folder)) {
    return;
  }
  await oneAtATime(path.join(folder, '.cache', 'install.lock'), async () => {
    if (!isInstalled(folder)) {
      await withProgress('Installing the packages that package-lock.json names', () => npmCi(folder));
    }
  });
}

// Development and optional packages are asked for by name, since a user's settings may omit them: without them nothing
// here runs.
const npmArguments = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

function npmCi(folder) {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', npmArguments, {
      cwd: folder,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (chunk) => (output += chunk));
    }
    npm.on('error', (error) => reject(new Error(`npm cannot be run (${error.message}); install Node with npm`)));
    npm.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        const firstLines = output.trim().split('\n').slice(0, 8).join('\n');
        reject(new Error(`npm ci failed, so nothing was run. It said:\n${firstLines}`));
      }
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await program(installIfNeeded);
}
