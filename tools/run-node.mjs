import { spawn } from 'node:child_process';

/** Runs Node on this terminal and resolves to its exit code; 1 when a signal ended it. */
export function runNode(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
