import { z } from 'zod';

function figure(unit: string) {
  const error = `must be a number of ${unit} above 0`;
  return z.number({ error }).positive({ error });
}

function whole(unit: string) {
  const error = `must be a whole number of ${unit} above 0`;
  return z.int({ error }).positive({ error });
}

/** What a server without databases must have. */
export const serverWorkloadSchema = z.strictObject({ vcpus: whole('vCPUs'), memoryGib: figure('GiB') });

/** What a mirror's databases ask of its members. */
export const workloadSchema = serverWorkloadSchema.extend({
  capacityGib: whole('GiB'),
  iops: whole('IOPS'),
  throughputMbps: whole('MB/s'),
  journalGib: whole('GiB').optional(),
});
