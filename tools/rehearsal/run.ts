import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** How a program is run. */
export interface RunOptions {
  readonly cwd: string;
  /** The whole environment of the program. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the program, and what it has started, when it is aborted. */
  readonly signal: AbortSignal;
  /** Is told of each line, without what colours it, when it comes. */
  readonly onLine?: (line: string) => void;
}

/** What a program did. */
export interface Run {
  /** Its exit code; 1 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  /** Both streams, line by line as they came. */
  readonly output: string;
}

/** Time that an interrupted program has to end of itself, in milliseconds. */
const patience = 5000;

/**
 * Runs a program to its end.
 *
 * @throws the signal's reason when it is aborted, after the program has ended.
 * @throws Error when there is no such program.
 */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const { cwd, env, signal, onLine } = options;
  signal.throwIfAborted();
  // A group of its own, so that a key pressed at the terminal reaches this program alone, which then ends the group.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout: string[] = [];
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (raw) => {
      const line = stripVTControlCharacters(raw);
      lines.push(line);
      if (stream === child.stdout) {
        stdout.push(raw);
      }
      onLine?.(line);
    });
  }
  const kill = (name: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), name);
    } catch {
      // The group has ended already.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    kill('SIGINT');
    timer = setTimeout(() => kill('SIGKILL'), patience);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const status = await new Promise<number>((resolve, reject) => {
      child.on('error', (error) => reject(new Error(`${program} cannot be run: ${error.message}`)));
      child.on('close', (code) => resolve(code ?? 1));
    });
    signal.throwIfAborted();
    return { status, stdout: stdout.join('\n'), output: lines.join('\n') };
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearTimeout(timer);
  }
}
