import { z } from 'zod';
import { backupSchema } from './backup-schema';
import { connectivitySchema } from './connectivity-schema';
import { disasterRecoverySchema } from './disaster-recovery-schema';
import { existingSchema } from './existing-schema';
import { absolutePath, cidrs, region, text, word } from './fields';
import { mirrorSchema } from './mirror-schema';
import { monitoringSchema } from './monitoring-schema';
import { perimeterSchema } from './perimeter-schema';
import { tierSchema, webSchema } from './tier-schema';

const shared = {
  workload: word(12),
  environment: word(8),
  organization: word(12),
  baseline: z
    .enum(['reference', 'zonal', 'nonproduction'], { error: 'must be reference, zonal or nonproduction' })
    .default('reference'),
  highAvailability: z
    .enum(['availabilitySet', 'zones'], { error: 'must be availabilitySet or zones' })
    .default('availabilitySet'),
  diskType: z
    .enum(['Premium_LRS', 'PremiumV2_LRS', 'StandardSSD_LRS'], {
      error: 'must be Premium_LRS, PremiumV2_LRS or StandardSSD_LRS',
    })
    .default('Premium_LRS'),
  lastsUntil: z.iso.date({ error: 'must be a day such as 2030-12-31' }).optional(),
  tags: z.record(z.string(), z.string({ error: 'must be text' }), { error: 'must map tag names to text' }).default({}),
  state: z
    .strictObject({
      resourceGroup: text('must be the name of the resource group of the storage account'),
      storageAccount: text('must be the name of the storage account'),
      container: text('must be the name of the container').default('tfstate'),
      subscriptionId: z.guid({ error: 'must be the id of the subscription of the storage account' }).optional(),
    })
    .optional(),
  primary: region,
  disasterRecovery: disasterRecoverySchema.optional(),
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
  connectivity: connectivitySchema.optional(),
  perimeter: perimeterSchema,
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
  existing: existingSchema.default({}),
  monitoring: monitoringSchema.optional(),
  statusPath: absolutePath.optional(),
  backup: backupSchema.optional(),
  web: webSchema,
};

/** What a HealthShare environment may be made of, each with a mirror of its own. */
export const productNames = [
  'informationExchange',
  'patientIndex',
  'personalCommunity',
  'healthInsight',
  'healthConnect',
] as const;

/** One of HealthShare's products. */
export type ProductName = (typeof productNames)[number];

/** Fields of an environment of each blueprint, each field by itself. */
export const blueprints = z.discriminatedUnion(
  'blueprint',
  [
    z.strictObject({ blueprint: z.literal('iris'), ...shared, mirror: mirrorSchema, application: tierSchema }),
    z.strictObject({
      blueprint: z.literal('trakcare'),
      ...shared,
      mirror: mirrorSchema,
      application: tierSchema,
      print: tierSchema,
    }),
    z.strictObject({
      blueprint: z.literal('healthshare'),
      ...shared,
      products: z.partialRecord(
        z.enum(productNames, { error: `must be one of ${productNames.join(', ')}` }),
        mirrorSchema,
        {
          error: `must map products (${productNames.join(', ')}) to their mirrors`,
        },
      ),
    }),
  ],
  { error: 'must be iris, trakcare or healthshare' },
);

/** One environment, as its file describes it, defaults filled in. */
export type Environment = z.infer<typeof blueprints>;

/** An environment of one blueprint. */
export type EnvironmentOf<Blueprint extends Environment['blueprint']> = Extract<
  Environment,
  Readonly<Record<'blueprint', Blueprint>>
>;
