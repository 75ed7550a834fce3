import type { Gate } from '../gate';

/** What the command line needs of its surroundings. */
export interface Surroundings {
  /** What `--version` prints. */
  readonly version: string;
  /** Whether a text report may have terminal colours. */
  readonly color: boolean;
  /** A clock, in milliseconds. */
  readonly now: () => number;
  /** Makes the gate that judges. */
  readonly loadGate: () => Promise<Gate>;
  /** Takes the report. */
  readonly out: (text: string) => void;
  /** Takes messages. */
  readonly error: (text: string) => void;
}

/** 0: nothing failed; 1: a rule failed; 2: bad input or usage. */
export type ExitCode = 0 | 1 | 2;
