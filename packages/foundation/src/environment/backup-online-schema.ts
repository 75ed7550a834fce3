import { z } from 'zod';

const gib = z.int({ error: 'must be a whole number of GiB' }).min(0, { error: 'must be 0 or more GiB' });

const kind = z
  .enum(['full', 'incremental', 'cumulative'], { error: 'must be full, incremental or cumulative' })
  .optional();

/** Online Backup of the databases to a file share, for small sites. */
export const backupOnlineSchema = z.strictObject({
  signIn: z
    .enum(['ManagedIdentity', 'AccountKey'], { error: 'must be ManagedIdentity or AccountKey' })
    .default('ManagedIdentity'),
  schedule: z.strictObject({
    startsAt: z
      .string({ error: "must be hour and minute in quotes, such as '01:30'" })
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "must be hour and minute, such as '01:30'" }),
    windowHours: z
      .number({ error: 'must be a number of hours' })
      .gt(0, { error: 'must be more than 0 hours' })
      .max(24, { error: 'must be at most 24 hours' }),
    days: z.strictObject({
      Sunday: kind,
      Monday: kind,
      Tuesday: kind,
      Wednesday: kind,
      Thursday: kind,
      Friday: kind,
      Saturday: kind,
    }),
  }),
  databaseGib: gib,
  dailyChangePercent: z
    .number({ error: 'must be a percentage' })
    .min(0, { error: 'must be 0 to 100 percent' })
    .max(100, { error: 'must be 0 to 100 percent' }),
  otherFilesGib: gib.default(0),
  retentionWeeks: z.int({ error: 'must be a whole number of weeks' }).min(1, { error: 'must be at least 1 week' }),
  quotaGib: gib,
});
