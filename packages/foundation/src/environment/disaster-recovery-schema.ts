import { z } from 'zod';
import { region } from './fields';

/** The second region: where it is, which share of its servers runs all the time, and whether capacity is reserved for the others. */
export const disasterRecoverySchema = z.strictObject({
  ...region.shape,
  capacityPercent: z
    .int({ error: 'must be a whole percentage from 0 to 100' })
    .min(0, { error: 'must be 0 to 100 percent of the primary region' })
    .max(100, { error: 'must be 0 to 100 percent of the primary region' }),
  reserveCapacity: z.boolean({ error: 'must be true or false' }).default(false),
});
