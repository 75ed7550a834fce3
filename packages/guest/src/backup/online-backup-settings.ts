import { Refusal } from '@iris-azure/foundation';
import { type PlanDay, type RenderedSettings } from './backup-settings';

/** One backup of a week: what `planWeek()` of `@iris-azure/backup` gives. */
export interface PlannedRun {
  /** Day on which it runs. */
  readonly day: PlanDay;
  /** What it holds. */
  readonly kind: 'full' | 'incremental' | 'cumulative';
  /** Size of its output, in GiB. */
  readonly sizeGib: number;
}

/** How the share is mounted: what `shareMount()` of `@iris-azure/backup` gives. */
export interface MountedShare {
  /** `//<account>.file.<suffix>/<share>`. */
  readonly source: string;
  /** Where it is mounted. */
  readonly mountPoint: string;
  /** How the machine signs in. */
  readonly signIn: 'ManagedIdentity' | 'AccountKey';
  /** Options of `mount -t cifs`. */
  readonly options: readonly string[];
  /** Options of the kernel's module. */
  readonly moduleOptions: string;
}

/** Choices for Online Backup inside a machine. */
export interface OnlineBackupGuest {
  /** Share that takes the backups. */
  readonly mount: MountedShare;
  /** Resource id of its storage account, whose key is read where `signIn` is AccountKey. */
  readonly storageAccountId: string;
  /** Azure Resource Manager of the machine's cloud, with a slash at its end. @default https://management.azure.com/ */
  readonly managerResource?: string;
  /** Backups of a week. */
  readonly week: readonly PlannedRun[];
  /** When they begin, UTC, as `HH:MM`. */
  readonly startsAt: string;
  /** Hours after which a backup is ended. */
  readonly windowHours: number;
  /** Weeks for which backups are kept. */
  readonly retentionWeeks: number;
  /** Largest file that the share takes, in GiB. @default 4096 */
  readonly largestFileGib?: number;
  /**
   * Local folder to which the product writes, with room for the largest backup: what is on the share is then known to be what
   * it wrote, and a share that is slow or gone does not hold it up.
   *
   * @default straight to the share
   */
  readonly stagingPath?: string;
}

/** Account key or managed identity: packages that a mount needs, by the distribution's names. */
export function onlineBackupPackages({ signIn }: Pick<MountedShare, 'signIn'>): string[] {
  return signIn === 'ManagedIdentity' ? ['cifs-utils', 'azfilesauth'] : ['cifs-utils'];
}

/**
 * Settings of Online Backup, for `guest.env`:
 *
 * | setting | what |
 * | --- | --- |
 * | ONLINE_BACKUP_SOURCE, _MOUNT_POINT, _OPTIONS, _MODULE_OPTIONS | the mount |
 * | ONLINE_BACKUP_SIGN_IN, _ACCOUNT_ID, MANAGER_RESOURCE | who signs in, and where the key is read |
 * | ONLINE_BACKUP_CALENDAR | when it runs, as systemd.time writes it |
 * | ONLINE_BACKUP_DAYS | `DAY=KIND=GIB`, spaces between |
 * | ONLINE_BACKUP_WINDOW_HOURS, _RETENTION_WEEKS, _FILE_GIB, _STAGING | limits, and the local folder |
 *
 * @throws Refusal with all that is wrong.
 */
export function onlineBackupSettings(settings: OnlineBackupGuest): RenderedSettings {
  const { mount, storageAccountId, week, startsAt, windowHours, retentionWeeks, largestFileGib = 4096 } = settings;
  const managerResource = settings.managerResource ?? 'https://management.azure.com/';
  const problems = [
    ...refuse(/^\/\/[a-z0-9.-]+\/[a-z0-9-]+$/, mount.source, '//ACCOUNT.file.SUFFIX/SHARE', 'mount.source'),
    ...refuse(/^(\/[A-Za-z0-9._-]+)+$/, mount.mountPoint, 'an absolute path', 'mount.mountPoint'),
    ...refuse(
      /^options cifs( [a-z0-9_]+=\d+)+$/,
      mount.moduleOptions,
      'options cifs NAME=NUMBER',
      'mount.moduleOptions',
    ),
    ...mount.options.flatMap((option) => refuse(/^[a-z0-9_.=]+$/, option, 'NAME or NAME=VALUE', 'mount.options')),
    ...refuse(/^([01]\d|2[0-3]):[0-5]\d$/, startsAt, 'a time such as 01:30', 'startsAt'),
    ...refuse(/^https:\/\/[a-z0-9.-]+\/$/, managerResource, 'https://HOST/', 'managerResource'),
    ...refuse(
      /^\/subscriptions\/[^/ ]+\/resourceGroups\/[^/ ]+\/providers\/Microsoft\.Storage\/storageAccounts\/[a-z0-9]+$/,
      // Only known once it is deployed: a reference that Terraform fills in.
      storageAccountId.replace(
        /^\$\{.+\}$/,
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a',
      ),
      'the resource id of a storage account',
      'storageAccountId',
    ),
    ...(settings.stagingPath === undefined
      ? []
      : refuse(/^(\/[A-Za-z0-9._-]+)+$/, settings.stagingPath, 'an absolute path', 'stagingPath')),
    ...(week.some(({ kind }) => kind === 'full') ? [] : ['a week must have a full backup; set week']),
    ...(windowHours > 0 && windowHours <= 24
      ? []
      : [`windowHours must be up to 24, got ${windowHours}; set windowHours`]),
    ...(Number.isInteger(retentionWeeks) && retentionWeeks >= 1
      ? []
      : [`retentionWeeks must be a whole number from 1, got ${retentionWeeks}; set retentionWeeks`]),
    ...week
      .filter(({ sizeGib }) => sizeGib > largestFileGib)
      .map(
        ({ day, kind, sizeGib }) =>
          `the ${kind} backup of ${day} must be one file of at most ${largestFileGib} GiB, got ${Math.ceil(sizeGib)}; use another backup`,
      ),
  ];
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
  return {
    ONLINE_BACKUP_SOURCE: mount.source,
    ONLINE_BACKUP_MOUNT_POINT: mount.mountPoint,
    ONLINE_BACKUP_OPTIONS: mount.options.join(','),
    ONLINE_BACKUP_MODULE_OPTIONS: mount.moduleOptions,
    ONLINE_BACKUP_SIGN_IN: mount.signIn,
    ONLINE_BACKUP_ACCOUNT_ID: storageAccountId,
    MANAGER_RESOURCE: managerResource,
    ONLINE_BACKUP_CALENDAR: `${week.map(({ day }) => day.slice(0, 3)).join(',')} *-*-* ${startsAt}:00 UTC`,
    ONLINE_BACKUP_DAYS: week.map(({ day, kind, sizeGib }) => `${day}=${kind}=${Math.ceil(sizeGib)}`).join(' '),
    // The guest counts whole hours.
    ONLINE_BACKUP_WINDOW_HOURS: `${Math.ceil(windowHours)}`,
    ONLINE_BACKUP_RETENTION_WEEKS: `${retentionWeeks}`,
    ONLINE_BACKUP_FILE_GIB: `${largestFileGib}`,
    ...(settings.stagingPath !== undefined && { ONLINE_BACKUP_STAGING: settings.stagingPath }),
  };
}

function refuse(pattern: RegExp, value: string, allowed: string, field: string): string[] {
  return pattern.test(value) ? [] : [`${field} must be ${allowed}, got '${value}'; set ${field}`];
}
