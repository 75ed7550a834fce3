/** What the command line needs of its surroundings. */
export interface Surroundings {
  /** What `--version` prints. */
  readonly version: string;
  /** Whether a report may have terminal colours. */
  readonly color: boolean;
  /** Takes the report. */
  readonly out: (text: string) => void;
  /** Takes messages. */
  readonly error: (text: string) => void;
}

/** 0: done; 2: bad input or usage, or a workload that nothing carries. */
export type ExitCode = 0 | 2;
