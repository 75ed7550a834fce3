import { Refusal } from '@iris-azure/foundation';
import { type Weekday, weekdays } from '../vault/backup-policy-limits';

/** What one Online Backup holds: everything, what has changed since the last of any kind, or since the last full one. */
export type OnlineBackupKind = 'full' | 'incremental' | 'cumulative';

/** When Online Backups run, and what each holds. */
export interface OnlineBackupSchedule {
  /** When they begin, UTC, as `HH:MM`. */
  readonly startsAt: string;
  /** Hours within which each must be done. */
  readonly windowHours: number;
  /** Kind of each day; none on days that are left out. A week has one full backup at least. */
  readonly days: Readonly<Partial<Record<Weekday, OnlineBackupKind>>>;
}

/** What the size of a backup follows from. */
export interface DatabaseGrowth {
  /** Size of all databases that are backed up, in GiB. */
  readonly databaseGib: number;
  /** Share of it that changes in a day, in percent. */
  readonly dailyChangePercent: number;
}

/** One backup of a week. */
export interface PlannedBackup {
  /** Day on which it runs. */
  readonly day: Weekday;
  /** What it holds. */
  readonly kind: OnlineBackupKind;
  /** Size of its output, in GiB: one file. */
  readonly sizeGib: number;
}

/**
 * Backups of one week, from a full one on, each with the size of its output: a full one is as large as its databases, since
 * Online Backup writes every block that is in use; the others are as large as what has changed.
 *
 * @throws Refusal when the schedule has no full backup, or its times cannot be.
 */
export function planWeek(schedule: OnlineBackupSchedule, growth: DatabaseGrowth): PlannedBackup[] {
  assertSchedule(schedule);
  const { databaseGib, dailyChangePercent } = growth;
  const dailyGib = (databaseGib * dailyChangePercent) / 100;
  const first = weekdays.findIndex((day) => schedule.days[day] === 'full');
  let sinceFull = 0;
  let sinceLast = 0;
  return [...weekdays.slice(first), ...weekdays.slice(0, first)].flatMap((day) => {
    const kind = schedule.days[day];
    sinceFull += 1;
    sinceLast += 1;
    if (!kind) {
      return [];
    }
    const sizeGib = {
      full: databaseGib,
      cumulative: Math.min(databaseGib, dailyGib * sinceFull),
      incremental: Math.min(databaseGib, dailyGib * sinceLast),
    }[kind];
    sinceLast = 0;
    sinceFull = kind === 'full' ? 0 : sinceFull;
    return [{ day, kind, sizeGib }];
  });
}

function assertSchedule({ startsAt, windowHours, days: kinds }: OnlineBackupSchedule): void {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) {
    throw new Refusal(`backups must start at a time such as 01:30, got '${startsAt}'; set schedule.startsAt`);
  }
  if (!(windowHours > 0 && windowHours <= 24)) {
    throw new Refusal(`the window of a backup must be up to 24 hours, got ${windowHours}; set schedule.windowHours`);
  }
  if (!Object.values(kinds).includes('full')) {
    throw new Refusal(
      `a week must have a full backup, got ${Object.values(kinds).join(', ') || 'none'}; set schedule.days`,
    );
  }
}
