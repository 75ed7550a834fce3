import { z } from 'zod';
import { absolutePath, size } from './fields';
import { workloadSchema } from './workload-schema';

const diskSizeGib = z
  .int({ error: 'must be a whole number of GiB from 4 to 32767' })
  .min(4, { error: 'must be 4 to 32767 GiB' })
  .max(32767, { error: 'must be 4 to 32767 GiB' });

const performance = {
  iops: z.int({ error: 'must be a whole number of IOPS' }).min(3000, { error: 'must be at least 3000' }).optional(),
  throughputMbps: z
    .int({ error: 'must be a whole number of MB/s' })
    .min(125, { error: 'must be at least 125' })
    .optional(),
};

const volume = z.strictObject({ sizeGib: diskSizeGib, ...performance });

/** Volumes of a mirror's members, each on disks of its own. */
const volumesSchema = z.strictObject({
  installation: volume,
  database: volume.extend({
    disks: z
      .int({ error: 'must be a whole number of disks' })
      .min(2, { error: 'must be at least 2, to be striped' })
      .max(16, { error: 'must be at most 16' }),
  }),
  wij: volume,
  journal: volume,
  alternateJournal: volume,
});

/** One mirror: its name, its machines and their volumes. */
export const mirrorSchema = z.strictObject({
  name: z.string({ error: 'must be 1 to 15 letters and digits' }).regex(/^[A-Za-z0-9]{1,15}$/, {
    error: 'must be 1 to 15 letters and digits',
  }),
  workload: workloadSchema.optional(),
  size: size.optional(),
  arbiterSize: size,
  statusPath: absolutePath.default('/csp/bin/mirror_status.cxw'),
  volumes: volumesSchema.optional(),
});

/** Values of one mirror. */
export type MirrorValues = z.infer<typeof mirrorSchema>;
