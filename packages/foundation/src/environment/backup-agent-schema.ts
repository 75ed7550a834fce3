import { z } from 'zod';
import { text } from './fields';

const days = z.int({ error: 'must be a whole number of days' }).min(0, { error: 'must be 0 or more days' });

const agentNames = ['commvault', 'networker', 'dataProtector', 'netbackup'] as const;

/** An agent of one's own, with the extension of virtual machines that installs it. */
const ownAgent = z.strictObject({
  name: text('must be the name of the product'),
  extension: z
    .strictObject({
      publisher: text('must be the publisher of the extension'),
      type: text('must be the type of the extension'),
      typeHandlerVersion: z
        .string({ error: "must be major and minor version in quotes, such as '1.0'" })
        .regex(/^\d+\.\d+$/, { error: "must be major and minor version, such as '1.0'" }),
      settings: z.record(z.string(), z.string({ error: 'must be text' })).optional(),
    })
    .optional(),
});

/** Backups by a third-party agent: LVM snapshots on the servers, long-term copies in immutable blobs. */
export const backupAgentSchema = z.strictObject({
  agent: z.union([z.enum(agentNames), ownAgent], {
    error: `must be one of ${agentNames.join(', ')}, or a name with an extension`,
  }),
  freePercent: z
    .number({ error: 'must be 5 to 50 percent of a volume group' })
    .min(5, { error: 'must be 5 to 50 percent of a volume group' })
    .max(50, { error: 'must be 5 to 50 percent of a volume group' })
    .default(20),
  immutability: z.strictObject({
    days: z.int({ error: 'must be a whole number of days' }).min(1, { error: 'must be at least 1 day' }),
    locked: z.boolean({ error: 'must be true or false' }).default(false),
    appendBlobs: z.boolean({ error: 'must be true or false' }).default(false),
  }),
  lifecycle: z
    .strictObject({
      coolAfterDays: days.optional(),
      coldAfterDays: days.optional(),
      archiveAfterDays: days.optional(),
      deleteAfterDays: days.optional(),
    })
    .optional(),
});
