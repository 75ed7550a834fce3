import { z } from 'zod';
import { absolutePath, size } from './fields';
import { serverWorkloadSchema } from './workload-schema';

/** A tier of alike servers. */
export const tierSchema = z.strictObject({
  count: z
    .int({ error: 'must be a whole number of servers' })
    .min(1, { error: 'must be at least 1' })
    .max(99, { error: 'must be at most 99' }),
  workload: serverWorkloadSchema.optional(),
  size: size.optional(),
});

/** Values of one tier. */
export type TierValues = z.infer<typeof tierSchema>;

/** The web tier, which is asked for its health. */
export const webSchema = tierSchema.extend({
  healthPath: absolutePath,
  tls: z.enum(['endToEnd', 'offloaded'], { error: 'must be endToEnd or offloaded' }).default('endToEnd'),
});
