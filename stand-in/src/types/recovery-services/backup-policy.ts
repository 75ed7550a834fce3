import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { isObject, type JsonValue } from '../../arm/json';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';

const day = z.enum(['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday']);

const month = z.enum([
  'April',
  'August',
  'December',
  'February',
  'January',
  'July',
  'June',
  'March',
  'May',
  'November',
  'October',
  'September',
]);

/** A time of the day on the half hour: `23:00:00Z`, or whole, as the service shows it. */
const time = z.string().regex(/^(\d{4}-\d\d-\d\dT)?([01]\d|2[0-3]):[03]0:00(\.0+)?Z$/);

const times = z.array(time).length(1);

const duration = (durationType: string, atLeast = 1) =>
  object({ count: z.int().min(atLeast).max(9999), durationType: z.enum([durationType]) }, ['count', 'durationType']);

const retentionByDayOrWeek = {
  retentionScheduleDaily: object({
    daysOfTheMonth: z.array(object({ date: z.int().min(0).max(28), isLast: z.boolean() })),
  }),
  retentionScheduleFormatType: z.enum(['Daily', 'Weekly']),
  retentionScheduleWeekly: object({
    daysOfTheWeek: z.array(day),
    weeksOfTheMonth: z.array(z.enum(['First', 'Fourth', 'Last', 'Second', 'Third'])),
  }),
};

const tier = object(
  {
    duration: z.int().min(0),
    durationType: z.enum(['Days', 'Invalid', 'Months', 'Weeks', 'Years']),
    tieringMode: z.enum(['DoNotTier', 'TierAfter', 'TierRecommended']),
  },
  ['tieringMode'],
);

/** Properties of a policy, as far as it is checked. */
interface PolicyProperties {
  readonly policyType?: string;
  readonly instantRpRetentionRangeInDays?: number;
  readonly timeZone?: string;
  readonly schedulePolicy: {
    readonly schedulePolicyType: string;
    readonly scheduleRunFrequency?: string;
    readonly hourlySchedule?: { readonly interval: number; readonly scheduleWindowDuration: number };
  };
  readonly retentionPolicy: { readonly dailySchedule?: unknown; readonly weeklySchedule?: unknown };
}

/** Longest retention of snapshots in days, by type of policy. @see https://learn.microsoft.com/azure/backup/backup-instant-restore-capability */
const longestInstantDays: Readonly<Record<string, number>> = { V1: 5, V2: 30 };

/** Days for which each type of policy keeps snapshots unless it is said. */
const instantDays: Readonly<Record<string, number>> = { V1: 2, V2: 7 };

/**
 * When the virtual machines under it are backed up, and for how long that is kept.
 *
 * @see https://learn.microsoft.com/rest/api/backup/protection-policies/create-or-update
 * @see https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
 */
export const backupPolicy: ResourceType = {
  type: 'Microsoft.RecoveryServices/vaults/backupPolicies',
  name: {
    pattern: /^[A-Za-z][A-Za-z0-9!_-]{2,149}$/,
    allowed: '3 to 150 letters, digits, hyphens, underscores and exclamation marks, beginning with a letter',
  },
  shape: bodyShape({
    properties: {
      backupManagementType: z.enum(['AzureIaasVM']),
      instantRPDetails: object({ azureBackupRGNamePrefix: z.string(), azureBackupRGNameSuffix: z.string() }),
      instantRpRetentionRangeInDays: z.int().min(1),
      policyType: z.enum(['V1', 'V2']),
      protectedItemsCount: readOnly,
      resourceGuardOperationRequests: readOnly,
      retentionPolicy: object(
        {
          dailySchedule: object({ retentionDuration: duration('Days', 7), retentionTimes: times }),
          monthlySchedule: object({
            ...retentionByDayOrWeek,
            retentionDuration: duration('Months'),
            retentionTimes: times,
          }),
          retentionPolicyType: z.enum(['LongTermRetentionPolicy']),
          weeklySchedule: object({
            daysOfTheWeek: z.array(day).min(1),
            retentionDuration: duration('Weeks'),
            retentionTimes: times,
          }),
          yearlySchedule: object({
            ...retentionByDayOrWeek,
            monthsOfYear: z.array(month).min(1),
            retentionDuration: duration('Years'),
            retentionTimes: times,
          }),
        },
        ['retentionPolicyType'],
      ),
      schedulePolicy: object(
        {
          dailySchedule: object({ scheduleRunTimes: times }, ['scheduleRunTimes']),
          hourlySchedule: object(
            {
              interval: z.literal([4, 6, 8, 12]),
              scheduleWindowDuration: z.int().min(4).max(24),
              scheduleWindowStartTime: time,
            },
            ['interval', 'scheduleWindowDuration', 'scheduleWindowStartTime'],
          ),
          schedulePolicyType: z.enum(['SimpleSchedulePolicy', 'SimpleSchedulePolicyV2']),
          scheduleRunDays: z.array(day),
          scheduleRunFrequency: z.enum(['Daily', 'Hourly', 'Weekly']),
          scheduleRunTimes: times,
          weeklySchedule: object({ scheduleRunDays: z.array(day), scheduleRunTimes: times }),
        },
        ['schedulePolicyType', 'scheduleRunFrequency'],
      ),
      snapshotConsistencyType: z.enum(['', 'OnlyCrashConsistent']),
      tieringPolicy: object({ ArchivedRP: tier }),
      timeZone: z.string(),
    },
    required: ['backupManagementType', 'retentionPolicy', 'schedulePolicy'],
  }),
  createdStatus: 200,
  check({ name, properties }) {
    const {
      policyType = 'V1',
      instantRpRetentionRangeInDays = 1,
      timeZone = 'UTC',
      schedulePolicy,
      retentionPolicy,
    } = properties as unknown as PolicyProperties;
    const refuse = (what: string) =>
      badRequest('BMSUserErrorInvalidInput', `Input of policy ${name} is invalid: ${what}`);
    if ((schedulePolicy.schedulePolicyType === 'SimpleSchedulePolicyV2') !== (policyType === 'V2')) {
      throw refuse(`a policy of type ${policyType} cannot have a ${schedulePolicy.schedulePolicyType}.`);
    }
    const { hourlySchedule, scheduleRunFrequency } = schedulePolicy;
    if (hourlySchedule && hourlySchedule.scheduleWindowDuration % hourlySchedule.interval !== 0) {
      throw refuse('the window of hourly backups must be a multiple of their interval.');
    }
    if (
      (scheduleRunFrequency === 'Weekly' ? retentionPolicy.weeklySchedule : retentionPolicy.dailySchedule) === undefined
    ) {
      throw refuse(`${scheduleRunFrequency ?? ''} backups need a retention of their own.`);
    }
    if (instantRpRetentionRangeInDays > (longestInstantDays[policyType] ?? 0)) {
      throw refuse(`snapshots cannot be kept for ${instantRpRetentionRangeInDays} days.`);
    }
    if (timeZone.includes('/')) {
      throw refuse(`'${timeZone}' is no time zone of Windows.`);
    }
    if (new Set(timesIn(properties)).size > 1) {
      throw refuse('the times of schedule and retention must be the same.');
    }
  },
  complete: ({ properties, ...policy }) => ({
    ...policy,
    properties: {
      timeZone: 'UTC',
      instantRpRetentionRangeInDays:
        instantDays[typeof properties['policyType'] === 'string' ? properties['policyType'] : 'V1'],
      ...(wholeTimes(properties) as typeof properties),
    },
  }),
  show: (policy, azure) => ({ protectedItemsCount: usersOf(policy, azure).length }),
  checkDelete(policy, azure) {
    const [user] = usersOf(policy, azure);
    if (user) {
      throw badRequest(
        'BMSUserErrorPolicyInUse',
        `Policy ${policy.name} cannot be deleted because ${user.name} is under it.`,
      );
    }
  },
};

/** A time of the day, whether it is whole or not. */
const timeOfDay = /^(?:\d{4}-\d\d-\d\dT)?(\d\d:\d\d:00)(?:\.0+)?Z$/;

/** Times of the day in a policy. */
function timesIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') {
    const [, found] = timeOfDay.exec(value) ?? [];
    return found === undefined ? [] : [found];
  }
  const members = Array.isArray(value) ? (value as readonly JsonValue[]) : isObject(value) ? Object.values(value) : [];
  return members.flatMap(timesIn);
}

/** A policy as the service shows it: each time of the day as a whole time. */
function wholeTimes(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'string') {
    return value.replace(timeOfDay, '2026-01-01T$1Z');
  }
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item) => wholeTimes(item) ?? null);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wholeTimes(member)]))
    : value;
}
