import { Refusal } from '@iris-azure/foundation';
import { fileShareLimits } from '@iris-azure/storage';
import { type DatabaseGrowth, type OnlineBackupSchedule, planWeek } from './online-backup-schedule';

/** What decides whether Online Backup to a file share can do. */
export interface OnlineBackupNeeds extends DatabaseGrowth {
  /** When backups run, and what each holds. */
  readonly schedule: OnlineBackupSchedule;
  /** Size of the share, in GiB. */
  readonly quotaGib: number;
  /** Weeks for which backups are kept. */
  readonly retentionWeeks: number;
  /** Room for all other files that are copied beside the output: installation, journals, configuration of web servers. */
  readonly otherFilesGib: number;
}

/**
 * Hours that a backup takes to be written to a standard file share. Online Backup writes one file, and Azure takes 60 MiB/s for
 * one file, whatever the size of the share: the seed's figure still holds.
 */
export function hoursToWrite(sizeGib: number): number {
  return (sizeGib * 1024) / fileShareLimits.fileMibPerSecond / 3600;
}

/** Largest backup that is written within a window, in whole GiB. */
export function largestGibIn(windowHours: number): number {
  return Math.floor((windowHours * 3600 * fileShareLimits.fileMibPerSecond) / 1024);
}

/** Size that a share must have: every week that is kept, and the one that is being written. */
export function shareGibFor({
  schedule,
  retentionWeeks,
  otherFilesGib,
  ...growth
}: Omit<OnlineBackupNeeds, 'quotaGib'>) {
  const weekGib = planWeek(schedule, growth).reduce((sum, { sizeGib }) => sum + sizeGib, 0);
  return Math.ceil(weekGib * (retentionWeeks + 1) + otherFilesGib);
}

/**
 * Refuses what a file share cannot do: a backup of more than 4 TiB, one that is not written within its window, a share that
 * is too small for what it is to keep.
 *
 * @throws Refusal with all that is wrong, and what could be done instead.
 * @see https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets
 */
export function assertOnlineBackup(needs: OnlineBackupNeeds): void {
  const { schedule, quotaGib } = needs;
  const problems = planWeek(schedule, needs).flatMap(({ day, kind, sizeGib }) => {
    const what = `the ${kind} backup of ${day}, of ${Math.round(sizeGib)} GiB,`;
    const hours = hoursToWrite(sizeGib);
    return [
      ...(sizeGib > fileShareLimits.fileGib
        ? [`${what} must be one file of at most ${fileShareLimits.fileGib} GiB; use another backup`]
        : []),
      ...(hours > schedule.windowHours
        ? [
            `${what} takes ${hours.toFixed(1)} hours at ${fileShareLimits.fileMibPerSecond} MiB/s and must be done in ` +
              `${schedule.windowHours}; set schedule.windowHours, or use another backup`,
          ]
        : []),
    ];
  });
  const neededGib = shareGibFor(needs);
  if (quotaGib < neededGib) {
    problems.push(
      `the share must have ${neededGib} GiB for ${needs.retentionWeeks} weeks, got ${quotaGib}; set quotaGib or retentionWeeks`,
    );
  }
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}
