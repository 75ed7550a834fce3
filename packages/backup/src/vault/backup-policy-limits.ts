import { Refusal } from '@iris-azure/foundation';

/** Days of the week, as Azure names them. */
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** When backups are taken: once a day, or several times in a window of each day. */
export type BackupSchedule =
  | {
      readonly frequency: 'Daily';
      /** Hour and minute in the time zone of the policy, on the hour or half past: `23:30`. */
      readonly time: string;
    }
  | {
      readonly frequency: 'Hourly';
      /** Beginning of the window, on the hour or half past: `08:00`. */
      readonly time: string;
      /** Hours from one backup to the next. The last of a day goes to the vault, the others stay as snapshots. */
      readonly intervalHours: 4 | 6 | 8 | 12;
      /** Length of the window in hours: 4 to 24, a multiple of the interval. */
      readonly windowHours: number;
    };

/** For how long backups are kept. A point that several of these keep is kept for the longest. */
export interface BackupRetention {
  /** Days for which each day's last backup is kept: 7 to 9999. */
  readonly days: number;
  /** Weeks for which Sunday's backup is kept: 1 to 5163. @default none is kept as a weekly point */
  readonly weeks?: number;
  /** Months for which the backup of the month's first Sunday is kept: 1 to 1188. @default none is kept as a monthly point */
  readonly months?: number;
  /** Years for which the backup of January's first Sunday is kept: 1 to 99. @default none is kept as a yearly point */
  readonly years?: number;
}

/** Choices for a policy, the same for all machines under it. */
export interface BackupPolicySettings {
  /** When backups are taken. */
  readonly schedule: BackupSchedule;
  /**
   * Windows time zone of {@link schedule}, which follows daylight saving time: `W. Europe Standard Time`. Azure Backup
   * knows no others, such as `Europe/Berlin`.
   */
  readonly timeZone: string;
  /**
   * Days for which a snapshot is kept beside the disks, from which a restore takes minutes: 1 to 30, no more than
   * {@link BackupRetention.days}. Snapshots are paid for by what changed.
   *
   * @default 7
   */
  readonly instantRestoreDays?: number;
  /** For how long backups are kept. */
  readonly retention: BackupRetention;
  /**
   * Months after which monthly and yearly points move to the archive tier: 3 or more, and at least 6 before they expire.
   * A restore from there takes hours, and needs them to be rehydrated first.
   *
   * @default never
   */
  readonly archiveAfterMonths?: number;
}

/** Fewest and most of each kind of retention: Azure keeps nothing for longer than 99 years. */
const retentionLimits: Readonly<Record<keyof BackupRetention, readonly [number, number]>> = {
  days: [7, 9999],
  weeks: [1, 5163],
  months: [1, 1188],
  years: [1, 99],
};

/** Months that a point must still have in the archive tier. */
const monthsInArchive = 6;

/** Time zones of Windows: UTC with or without an offset, and what ends in `Standard Time`, Mexico's with a suffix. */
const windowsTimeZone = /^(UTC([+-]\d\d)?|[\w. ]+ Standard Time( \(Mexico\))?)$/;

/**
 * Refuses what Azure refuses of an Enhanced policy, all of it at once.
 *
 * @throws Refusal when times, intervals or retention are outside Azure's limits, or the time zone is none of Windows.
 * @see https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
 */
export function assertBackupPolicy(settings: BackupPolicySettings): void {
  const problems = [
    ...scheduleProblems(settings.schedule),
    ...retentionProblems(settings),
    ...archiveProblems(settings),
    ...(windowsTimeZone.test(settings.timeZone)
      ? []
      : [
          `time zone must be one of Windows, such as 'W. Europe Standard Time' or UTC, got '${settings.timeZone}'; set timeZone`,
        ]),
  ];
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}

function scheduleProblems(schedule: BackupSchedule): string[] {
  const problems = /^([01]\d|2[0-3]):[03]0$/.test(schedule.time)
    ? []
    : [`backup time must be on the hour or half past, as in 23:30, got '${schedule.time}'; set schedule.time`];
  if (schedule.frequency === 'Hourly') {
    const { intervalHours, windowHours } = schedule;
    if (![4, 6, 8, 12].includes(intervalHours)) {
      problems.push(`backup interval must be 4, 6, 8 or 12 hours, got ${intervalHours}; set schedule.intervalHours`);
    }
    if (!isWhole(windowHours, 4, 24) || windowHours % intervalHours !== 0) {
      problems.push(
        `backup window must be 4 to 24 hours and a multiple of the interval of ${intervalHours}, ` +
          `got ${windowHours}; set schedule.windowHours`,
      );
    }
  }
  return problems;
}

function retentionProblems({ retention, instantRestoreDays }: BackupPolicySettings): string[] {
  const problems = Object.entries(retentionLimits).flatMap(([kind, [least, most]]) => {
    const count = retention[kind as keyof BackupRetention];
    return count === undefined || isWhole(count, least, most)
      ? []
      : [`retention must be ${least} to ${most} ${kind}, got ${count}; set retention.${kind}`];
  });
  const mostInstant = Math.min(30, retention.days);
  return instantRestoreDays === undefined || isWhole(instantRestoreDays, 1, mostInstant)
    ? problems
    : [
        ...problems,
        `instant restore must be 1 to 30 days and no longer than the retention of ${retention.days} days, ` +
          `got ${instantRestoreDays}; set instantRestoreDays`,
      ];
}

function archiveProblems({ retention, archiveAfterMonths }: BackupPolicySettings): string[] {
  const longest = Math.max(retention.months ?? 0, 12 * (retention.years ?? 0));
  return archiveAfterMonths === undefined || isWhole(archiveAfterMonths, 3, longest - monthsInArchive)
    ? []
    : [
        `archive must begin after 3 months or more, and ${monthsInArchive} months before monthly or yearly points expire ` +
          `(${longest} months), got ${archiveAfterMonths}; set archiveAfterMonths`,
      ];
}

function isWhole(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most;
}
