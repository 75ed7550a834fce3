import { z } from 'zod';
import { regionNames } from './region';

/** A short word used in names: letters and digits, beginning with a letter. */
function word(maxLength: number) {
  return z
    .string({ error: `must be a word of 2 to ${maxLength} characters` })
    .regex(new RegExp(`^[a-z][a-z0-9]{1,${maxLength - 1}}$`), {
      error: `must be 2 to ${maxLength} lower-case letters and digits, beginning with a letter`,
    });
}

const cidr = z.cidrv4({ error: 'must be an IPv4 range such as 10.20.0.0/21' });

const cidrs = z.array(cidr, { error: 'must be a list of IPv4 ranges such as 10.20.0.0/21' });

const size = z.string({ error: 'must be a virtual machine size such as Standard_E16ds_v5' }).regex(/^Standard_\w+$/, {
  error: 'must be a virtual machine size of tier Standard, such as Standard_E16ds_v5',
});

const diskSizeGib = z
  .int({ error: 'must be a whole number of GiB from 4 to 32767' })
  .min(4, { error: 'must be 4 to 32767 GiB' })
  .max(32767, { error: 'must be 4 to 32767 GiB' });

const volume = z.strictObject({ sizeGib: diskSizeGib });

const region = z.strictObject({
  name: z.enum(regionNames, { error: `must be one of ${regionNames.join(', ')}` }),
  addressSpace: cidr,
});

const tier = z.strictObject({
  count: z
    .int({ error: 'must be a whole number of servers' })
    .min(2, { error: 'must be at least 2: a tier of one server has no availability' })
    .max(99, { error: 'must be at most 99' }),
  size,
});

const absolutePath = z.string({ error: 'must be a path that begins with /' }).regex(/^\/[^\s?#]*$/, {
  error: 'must be a path that begins with /, without query',
});

/** Schema of an environment file: the values, and nothing but values, in which one environment differs from another. */
export const environmentSchema = z
  .strictObject({
    blueprint: z.enum(['trakcare'], { error: 'must be trakcare' }),
    workload: word(12),
    environment: word(8),
    organization: word(12),
    tags: z
      .record(z.string(), z.string({ error: 'must be text' }), { error: 'must map tag names to text' })
      .default({}),
    primary: region,
    disasterRecovery: z.strictObject({
      ...region.shape,
      capacityPercent: z
        .int({ error: 'must be a whole percentage from 1 to 100' })
        .min(1, { error: 'must be 1 to 100 percent of the primary region' })
        .max(100, { error: 'must be 1 to 100 percent of the primary region' }),
    }),
    hostName: z.hostname({ error: 'must be a DNS name such as trakcare.example.org' }),
    dnsZone: z
      .strictObject({
        name: z.hostname({ error: 'must be the name of a public DNS zone in Azure' }),
        resourceGroup: z.string({ error: 'must be the name of the resource group of the DNS zone' }),
      })
      .optional(),
    access: z.strictObject({
      clients: z.union([z.literal('Internet'), cidrs.min(1, { error: 'must name at least one range' })], {
        error: "must be 'Internet' or a list of IPv4 ranges",
      }),
      administrators: cidrs,
      deployers: cidrs.default([]),
    }),
    administrator: z.strictObject({
      userName: z
        .string({ error: 'must be a Linux user name' })
        .regex(/^(?!(root|admin|administrator)$)[a-z][a-z0-9_-]{0,31}$/, {
          error:
            'must be a Linux user name of at most 32 characters, and none that Azure reserves (root, admin, administrator)',
        }),
    }),
    image: z.strictObject({
      publisher: z.string({ error: 'must be the publisher of a marketplace image' }),
      offer: z.string({ error: 'must be the offer of a marketplace image' }),
      sku: z.string({ error: 'must be the SKU of a marketplace image' }),
      version: z.string({ error: 'must be the version of a marketplace image, or latest' }),
    }),
    mirror: z.strictObject({
      name: z.string({ error: 'must be 1 to 15 letters and digits' }).regex(/^[A-Za-z0-9]{1,15}$/, {
        error: 'must be 1 to 15 letters and digits',
      }),
      size,
      arbiterSize: size,
      statusPath: absolutePath.default('/csp/bin/mirror_status.cxw'),
      volumes: z.strictObject({
        installation: volume,
        database: z.strictObject({
          sizeGib: diskSizeGib,
          disks: z
            .int({ error: 'must be a whole number of disks' })
            .min(2, { error: 'must be at least 2, to be striped' })
            .max(16, { error: 'must be at most 16' }),
        }),
        wij: volume,
        journal: volume,
        alternateJournal: volume,
      }),
    }),
    web: z.strictObject({ ...tier.shape, healthPath: absolutePath }),
    application: tier,
    print: tier,
  })
  .refine(({ primary, disasterRecovery }) => primary.name !== disasterRecovery.name, {
    path: ['disasterRecovery', 'name'],
    error: 'must be another region than primary.name',
  });

/** One environment, as its file describes it, defaults filled in. */
export type Environment = z.infer<typeof environmentSchema>;
