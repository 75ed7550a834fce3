import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Calls `use` with a folder that exists for the time of the call. */
export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
