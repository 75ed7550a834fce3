import { z } from 'zod';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const time = z
  .string({ error: "must be hour and minute in quotes, such as '23:30'" })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "must be hour and minute, such as '23:30'" });

/** A whole number of something, within limits. */
function count(of: string, least: number, most: number) {
  const error = `must be ${least} to ${most} ${of}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const runbookTimes = z.strictObject({
  weekday: z.enum(weekdays, { error: `must be one of ${weekdays.join(', ')}` }).optional(),
  timeUtc: time,
});

const schedule = z.discriminatedUnion(
  'frequency',
  [
    z.strictObject({ frequency: z.literal('Daily'), time }),
    z.strictObject({
      frequency: z.literal('Hourly'),
      time,
      intervalHours: z.literal([4, 6, 8, 12], { error: 'must be 4, 6, 8 or 12 hours' }),
      windowHours: count('hours', 4, 24),
    }),
  ],
  { error: 'must be Daily or Hourly' },
);

const policy = z.strictObject({
  schedule,
  timeZone: z.string({ error: "must be a Windows time zone, such as 'W. Europe Standard Time'" }),
  instantRestoreDays: count('days', 1, 30).optional(),
  retention: z.strictObject({
    days: count('days', 7, 9999),
    weeks: count('weeks', 1, 5163).optional(),
    months: count('months', 1, 1188).optional(),
    years: count('years', 1, 99).optional(),
  }),
  archiveAfterMonths: count('months', 3, 1182).optional(),
});

/** Backups of the database servers by Azure Backup: vault, policy, and the runbooks that watch over them. */
export const backupVaultSchema = z.strictObject({
  encryption: z
    .enum(['CustomerManaged', 'PlatformManaged'], { error: 'must be CustomerManaged or PlatformManaged' })
    .default('CustomerManaged'),
  redundancy: z
    .enum(['GeoRedundant', 'ZoneRedundant', 'LocallyRedundant'], {
      error: 'must be GeoRedundant, ZoneRedundant or LocallyRedundant',
    })
    .default('GeoRedundant'),
  crossRegionRestore: z.boolean({ error: 'must be true or false' }).optional(),
  immutability: z
    .enum(['Locked', 'Unlocked', 'Disabled'], { error: 'must be Locked, Unlocked or Disabled' })
    .default('Unlocked'),
  policy,
  instance: z
    .string({ error: 'must be the name of the InterSystems IRIS instance' })
    .regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, { error: 'must be 1 to 32 letters and digits, beginning with a letter' })
    .default('IRIS'),
  integrityCheck: runbookTimes,
  staleBackupCheck: runbookTimes,
});
