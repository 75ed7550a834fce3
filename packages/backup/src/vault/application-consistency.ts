import { Refusal } from '@iris-azure/foundation';

/** Time-outs of an application-consistent backup, see {@link applicationConsistency}. */
export interface ApplicationConsistencyOptions {
  /**
   * Seconds after which Azure's framework ends a script that hangs, at most 1800 and less than {@link thawAfterSeconds}.
   *
   * @default 300
   */
  readonly scriptTimeoutSeconds?: number;
  /**
   * Seconds after the freeze at which a watchdog in the guest thaws, whatever became of the snapshot: less than
   * {@link freezeTimeoutSeconds}.
   *
   * @default 480
   */
  readonly thawAfterSeconds?: number;
  /**
   * Seconds for which the write daemon may be suspended (`ExternalFreeze`). Beyond it users pause until the thaw, and a
   * mirror's primary may fail over.
   *
   * @default 600, the product's own
   */
  readonly freezeTimeoutSeconds?: number;
}

/** Settings of an application-consistent backup, from which the guest's scripts and their configuration are rendered. */
export interface ApplicationConsistency {
  /** Seconds after which Azure's framework ends a script: `timeoutInSeconds`. */
  readonly scriptTimeoutSeconds: number;
  /** Seconds after the freeze at which the guest's watchdog thaws. */
  readonly thawAfterSeconds: number;
  /** Seconds for which the write daemon may be suspended. */
  readonly freezeTimeoutSeconds: number;
  /** How often a script is tried again: never, since retries count towards its time-out. */
  readonly scriptRetries: 0;
  /**
   * Whether a backup goes on when a script fails: `continueBackupOnFailure`. Never, since it would be crash-consistent
   * without a word; the job fails instead, and the vault alerts.
   */
  readonly continueOnFailure: false;
  /** Whether file systems are frozen too, once the scripts have frozen the databases: `fsFreezeEnabled`. */
  readonly fileSystemFreeze: true;
}

/** Longest time-out of a script that Azure's framework takes. */
const longestScriptSeconds = 1800;

/**
 * Settings of backups that freeze an instance (`ExternalFreeze`), take the snapshot and thaw it (`ExternalThaw`).
 *
 * A script that hangs must end before the watchdog thaws, and the watchdog must thaw before users pause.
 *
 * @throws Refusal when the time-outs are not in that order, or beyond Azure's limit.
 * @see https://learn.microsoft.com/azure/backup/backup-azure-linux-app-consistent
 */
export function applicationConsistency({
  scriptTimeoutSeconds = 300,
  thawAfterSeconds = 480,
  freezeTimeoutSeconds = 600,
}: ApplicationConsistencyOptions = {}): ApplicationConsistency {
  const problems = [
    ...wholeSeconds({ scriptTimeoutSeconds, thawAfterSeconds, freezeTimeoutSeconds }),
    ...(scriptTimeoutSeconds > longestScriptSeconds
      ? [
          `script time-out must be at most ${longestScriptSeconds} s, got ${scriptTimeoutSeconds} s; set scriptTimeoutSeconds`,
        ]
      : []),
    ...(scriptTimeoutSeconds >= thawAfterSeconds
      ? [
          `script time-out must be less than the watchdog's ${thawAfterSeconds} s, got ${scriptTimeoutSeconds} s; ` +
            'set scriptTimeoutSeconds or thawAfterSeconds',
        ]
      : []),
    ...(thawAfterSeconds >= freezeTimeoutSeconds
      ? [
          `watchdog must thaw before the freeze ends after ${freezeTimeoutSeconds} s, got ${thawAfterSeconds} s; ` +
            'set thawAfterSeconds or freezeTimeoutSeconds',
        ]
      : []),
  ];
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
  return {
    scriptTimeoutSeconds,
    thawAfterSeconds,
    freezeTimeoutSeconds,
    scriptRetries: 0,
    continueOnFailure: false,
    fileSystemFreeze: true,
  };
}

function wholeSeconds(timeouts: Readonly<Record<string, number>>): string[] {
  return Object.entries(timeouts)
    .filter(([, seconds]) => !Number.isInteger(seconds) || seconds < 1)
    .map(([name, seconds]) => `time-out must be a whole number of seconds from 1, got ${seconds}; set ${name}`);
}
