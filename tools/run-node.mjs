import { spawn } from 'node:child_process';

/**
 * Runs Node on this terminal and resolves to its exit code; 1 when a signal ended it. What asks this process to end goes to
 * that one, so that it can tidy up first.
 */
export function runNode(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => child.kill(signal)));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
