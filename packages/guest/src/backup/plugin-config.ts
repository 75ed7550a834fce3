import { Refusal } from '@iris-azure/foundation';

/** Time-outs of an application-consistent backup: what `applicationConsistency()` of `@iris-azure/backup` gives. */
export interface FreezeTimeouts {
  /** Seconds after which Azure's framework goes on without a script: at most 1800. */
  readonly scriptTimeoutSeconds: number;
  /** Seconds after the freeze at which the watchdog thaws. */
  readonly thawAfterSeconds: number;
  /** Seconds for which write daemons may be suspended: at most 1200, the product's limit. */
  readonly freezeTimeoutSeconds: number;
  /** Whether file systems are frozen too, once the databases are. */
  readonly fileSystemFreeze: boolean;
}

/** A file that is written by cloud-init. */
export interface BackupFile {
  /** Absolute path. */
  readonly path: string;
  /** Content. */
  readonly content: string;
  /** Mode, four octal digits. Owner is root. */
  readonly permissions: string;
}

/** Folder of the scripts that Azure Backup calls. */
const scripts = '/usr/local/lib/iris-azure/backup';

/** Longest time-outs that the framework of Azure, and the product, take. */
const longest = { scriptTimeoutSeconds: 1800, freezeTimeoutSeconds: 1200 } as const;

/**
 * Refuses time-outs that do not hold each other: script, watchdog, freeze.
 *
 * @throws Refusal with all that is wrong.
 */
export function assertFreezeTimeouts(timeouts: FreezeTimeouts): void {
  const { scriptTimeoutSeconds, thawAfterSeconds, freezeTimeoutSeconds } = timeouts;
  const problems = [
    ...Object.entries({ scriptTimeoutSeconds, thawAfterSeconds, freezeTimeoutSeconds })
      .filter(([, seconds]) => !Number.isInteger(seconds) || seconds < 1)
      .map(([name, seconds]) => `${name} must be a whole number of seconds from 1, got ${seconds}; set ${name}`),
    ...(['scriptTimeoutSeconds', 'freezeTimeoutSeconds'] as const)
      .filter((name) => timeouts[name] > longest[name])
      .map((name) => `${name} must be at most ${longest[name]} s, got ${timeouts[name]} s; set ${name}`),
    ...(scriptTimeoutSeconds < thawAfterSeconds
      ? []
      : [
          `scriptTimeoutSeconds must be less than thawAfterSeconds (${thawAfterSeconds} s), got ${scriptTimeoutSeconds} s`,
        ]),
    ...(thawAfterSeconds < freezeTimeoutSeconds
      ? []
      : [
          `thawAfterSeconds must be less than freezeTimeoutSeconds (${freezeTimeoutSeconds} s), got ${thawAfterSeconds} s`,
        ]),
  ];
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}

/**
 * Configuration of Azure Backup's framework, by which it calls the scripts that freeze and thaw. No retries: they count towards
 * the time-out. A script that fails fails the backup, rather than make it a crash-consistent one without a word.
 *
 * The framework ignores a file that is not root's alone, also without a word; so its mode is part of it.
 *
 * @throws Refusal when the time-outs do not hold each other.
 * @see https://learn.microsoft.com/azure/backup/backup-azure-linux-app-consistent
 */
export function pluginConfig(timeouts: FreezeTimeouts): BackupFile {
  assertFreezeTimeouts(timeouts);
  const content = {
    pluginName: 'ScriptRunner',
    preScriptLocation: `${scripts}/pre.sh`,
    postScriptLocation: `${scripts}/post.sh`,
    preScriptParams: [],
    postScriptParams: [],
    preScriptNoOfRetries: 0,
    postScriptNoOfRetries: 0,
    timeoutInSeconds: timeouts.scriptTimeoutSeconds,
    continueBackupOnFailure: false,
    fsFreezeEnabled: timeouts.fileSystemFreeze,
    ScriptsExecutionPollTimeSeconds: 1,
  };
  return {
    path: '/etc/azure/VMSnapshotScriptPluginConfig.json',
    content: `${JSON.stringify(content, undefined, 2)}\n`,
    permissions: '0600',
  };
}
