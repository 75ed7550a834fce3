import { z } from 'zod';
import { text } from './fields';

const receiver = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,63}$/, {
  error: 'must name receivers by letters, digits, spaces, underscores and hyphens',
});

/** A workspace that exists, also of another subscription. */
const existingWorkspace = z.strictObject({
  id: z
    .string({ error: 'must be the resource id of a Log Analytics workspace' })
    .regex(
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/]+$/,
      { error: 'must be the resource id of a Log Analytics workspace' },
    ),
  customerId: z.guid({ error: "must be the workspace's own id, a GUID" }),
  location: text("must be the name of the workspace's region"),
});

/** How an environment is watched: who is told, how long logs are kept, and where, in each of its regions. */
export const monitoringSchema = z
  .strictObject({
    emails: z
      .record(receiver, z.email({ error: 'must be an address to which alerts are mailed' }), {
        error: 'must map names of receivers to addresses',
      })
      .default({}),
    webhooks: z
      .record(receiver, z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }), {
        error: 'must map names of receivers to addresses',
      })
      .default({}),
    retentionDays: z
      .int({ error: 'must be a whole number of days from 30 to 730' })
      .min(30, { error: 'must be 30 to 730 days' })
      .max(730, { error: 'must be 30 to 730 days' })
      .default(365),
    dailyCapGb: z
      .number({ error: 'must be a number of gigabytes' })
      .positive({ error: 'must be more than 0' })
      .optional(),
    flowLogRetentionDays: z
      .int({ error: 'must be a whole number of days from 90 to 365' })
      .min(90, { error: 'must be 90 to 365 days' })
      .max(365, { error: 'must be 90 to 365 days' })
      .default(90),
    workspaces: z
      .strictObject({ primary: existingWorkspace.optional(), disasterRecovery: existingWorkspace.optional() })
      .default({}),
  })
  .refine(({ emails, webhooks }) => Object.keys(emails).length + Object.keys(webhooks).length > 0, {
    error: 'must tell somebody: set emails or webhooks',
  });

/** How an environment is watched, defaults filled in. */
export type MonitoringValues = z.infer<typeof monitoringSchema>;
