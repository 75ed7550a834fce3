import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A plot that could not be written. */
export class OutputError extends Error {
  /** What tells it from other errors, in a log as well. */
  public override readonly name = 'OutputError';
}

/**
 * Writes a file as a whole or not at all: under another name beside it, which then takes its place.
 *
 * @throws OutputError when the folder is missing or cannot be written to
 */
export function writeWhole(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new OutputError(
      `${file}: the plot cannot be written (${codeOf(error)}); pass --plot a file in a folder that exists`,
    );
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
