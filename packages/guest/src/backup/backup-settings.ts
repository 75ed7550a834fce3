import { Refusal } from '@iris-azure/foundation';
import { assertFreezeTimeouts, type FreezeTimeouts } from './plugin-config';

/** Days of a week, as plans of backups name them. */
export type PlanDay = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday';

/** When integrity is checked: `integrityCheck` of an environment. */
export interface IntegrityCheckTimes {
  /** Day of the week. */
  readonly weekday: PlanDay;
  /** When it begins, UTC, as `HH:MM`. */
  readonly timeUtc: string;
  /** Processes that read at once: more finish sooner, and leave less of the disks to others. @default 2 */
  readonly processes?: number;
  /** Hours after which a pass is ended. @default 24 */
  readonly hours?: number;
}

/** Choices for backups inside a machine. */
export interface BackupSettings {
  /** Product of the instances: Caché does not know the product's own limit of a freeze. */
  readonly product: 'iris' | 'cache';
  /** Instances that are frozen, in order. @default the machine's `INSTANCE` */
  readonly instances?: readonly string[];
  /** Time-outs of Azure Backup's scripts. @default Azure Backup takes no application-consistent backups */
  readonly timeouts?: FreezeTimeouts;
  /**
   * When the guest checks integrity by itself, on members that serve no users: where no runbook of the Automation account does.
   *
   * @default never
   */
  readonly integrityCheck?: IntegrityCheckTimes;
  /** Where agents read snapshots of volumes. @default /mnt/iris-backup */
  readonly snapshotPoint?: string;
  /** Share of a volume of journals, in percent, from which journals are purged and it is said. @default 80 */
  readonly journalPercent?: number;
  /** Days for which journals are kept: `DaysBeforePurge`; they are not purged when the newest backup is older. @default 7 */
  readonly journalDays?: number;
}

/** Settings in `/etc/iris-azure/guest.env`, by name. */
export type RenderedSettings = Readonly<Record<string, string>>;

/** A time of the day, UTC. */
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Settings of backups, for `guest.env`:
 *
 * | setting | what |
 * | --- | --- |
 * | BACKUP_INSTANCES | names of the instances that are frozen, in order, spaces between |
 * | BACKUP_SCRIPT_SECONDS | time-out of Azure's framework; without it, Azure Backup freezes nothing |
 * | BACKUP_THAW_AFTER_SECONDS | when the watchdog thaws |
 * | BACKUP_FREEZE_SECONDS | how long write daemons may be suspended |
 * | BACKUP_SUSPEND_LIMIT | yes: the product resumes by itself as well when the watchdog should; no: its version cannot |
 * | BACKUP_INTEGRITY_CALENDAR, _PROCESSES, _HOURS | when integrity is checked, as systemd.time writes it; by how many processes; for how long |
 * | BACKUP_SNAPSHOT_POINT | where agents read LVM snapshots |
 * | BACKUP_JOURNAL_PERCENT, _DAYS | when a volume of journals is full, and how old the newest backup may be |
 *
 * @throws Refusal with all that is wrong.
 */
export function backupSettings(settings: BackupSettings): RenderedSettings {
  const {
    product,
    instances,
    timeouts,
    integrityCheck,
    snapshotPoint,
    journalPercent = 80,
    journalDays = 7,
  } = settings;
  const problems = [
    ...(instances?.length === 0 ? ['instances must name one at least, got none; leave it out'] : []),
    ...(instances ?? [])
      .filter((name) => !/^[A-Za-z][A-Za-z0-9]{0,31}$/.test(name))
      .map((name) => `an instance must be a letter and up to 31 letters or digits, got '${name}'; set instances`),
    ...(integrityCheck && !time.test(integrityCheck.timeUtc)
      ? [`a check must begin at a time such as 04:00, got '${integrityCheck.timeUtc}'; set integrityCheck.timeUtc`]
      : []),
    ...(snapshotPoint !== undefined && !/^(\/[A-Za-z0-9._-]+)+$/.test(snapshotPoint)
      ? [`snapshots must be at an absolute path, got '${snapshotPoint}'; set snapshotPoint`]
      : []),
    ...whole('integrityCheck.processes', integrityCheck?.processes ?? 2, 32),
    ...whole('integrityCheck.hours', integrityCheck?.hours ?? 24, 168),
    ...whole('journalPercent', journalPercent, 99),
    ...whole('journalDays', journalDays, 100),
  ];
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
  if (timeouts) {
    assertFreezeTimeouts(timeouts);
  }
  return {
    ...(instances && { BACKUP_INSTANCES: instances.join(' ') }),
    ...(timeouts && {
      BACKUP_SCRIPT_SECONDS: `${timeouts.scriptTimeoutSeconds}`,
      BACKUP_THAW_AFTER_SECONDS: `${timeouts.thawAfterSeconds}`,
      BACKUP_FREEZE_SECONDS: `${timeouts.freezeTimeoutSeconds}`,
    }),
    BACKUP_SUSPEND_LIMIT: product === 'iris' ? 'yes' : 'no',
    ...(integrityCheck && {
      BACKUP_INTEGRITY_CALENDAR: `${integrityCheck.weekday.slice(0, 3)} *-*-* ${integrityCheck.timeUtc}:00 UTC`,
      BACKUP_INTEGRITY_PROCESSES: `${integrityCheck.processes ?? 2}`,
      BACKUP_INTEGRITY_HOURS: `${integrityCheck.hours ?? 24}`,
    }),
    ...(snapshotPoint !== undefined && { BACKUP_SNAPSHOT_POINT: snapshotPoint }),
    BACKUP_JOURNAL_PERCENT: `${journalPercent}`,
    BACKUP_JOURNAL_DAYS: `${journalDays}`,
  };
}

function whole(field: string, value: number, most: number): string[] {
  return Number.isInteger(value) && value >= 1 && value <= most
    ? []
    : [`${field} must be a whole number from 1 to ${most}, got ${value}; set ${field}`];
}
