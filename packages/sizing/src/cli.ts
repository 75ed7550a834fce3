import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { run } from './cli/run';

/** Runs `iris-size` in this process: the one module that touches it. */
export function main(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ignoreClosedPipe);
  }
  // Set rather than exited with: what is still to be written to a pipe would be lost.
  process.exitCode = run(process.argv.slice(2), {
    version: ownVersion(),
    color: pc.isColorSupported && (process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  });
}

/** A reader such as `head` may close the pipe early; that is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
}

function ownVersion(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
