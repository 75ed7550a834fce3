import { Refusal } from '@iris-azure/foundation';

/** Runs an application that cdktf starts: what it refuses is one message and exit code 2, never a stack trace. */
export function run(application: () => void): void {
  try {
    application();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
