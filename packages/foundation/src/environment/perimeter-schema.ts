import { z } from 'zod';
import { cidrs, size, text } from './fields';

const ports = z
  .array(
    z.string({ error: 'must be a port or a range of ports, as text' }).regex(/^\d{1,5}(-\d{1,5})?$/, {
      error: "must be a port or a range of ports such as '443' or '8000-8010'",
    }),
    { error: 'must be a list of ports' },
  )
  .min(1, { error: 'must name at least one port' });

const texts = (error: string) => z.array(text(error), { error }).min(1, { error });

/** One way out through Azure Firewall: to names, or to addresses. */
const egressRule = z.union(
  [
    z.strictObject({
      names: texts('must be a list of DNS names'),
      protocols: z.array(z.enum(['Http', 'Https'])).optional(),
    }),
    z.strictObject({
      destinations: texts('must be a list of service tags, addresses or ranges'),
      protocol: z.enum(['TCP', 'UDP']).optional(),
      ports,
    }),
  ],
  { error: 'must have names (and protocols), or destinations and ports (and protocol)' },
);

/** Third-party firewalls. */
const appliance = z.strictObject({
  image: z.strictObject({
    publisher: text('must be the publisher of a marketplace image'),
    offer: text('must be the offer of a marketplace image'),
    sku: text('must be the SKU of a marketplace image'),
    version: text('must be the version of a marketplace image, or latest'),
    plan: text('must be the name of the plan of the image').optional(),
  }),
  size,
  count: z
    .int({ error: 'must be a whole number of firewalls' })
    .min(2, { error: 'must be 2 to 8: one alone has no availability' })
    .max(8, { error: 'must be 2 to 8' })
    .default(2),
  probePort: z
    .int({ error: 'must be a TCP port' })
    .min(1, { error: 'must be a TCP port from 1 to 65535' })
    .max(65535, { error: 'must be a TCP port from 1 to 65535' }),
  trustedLaunch: z.boolean({ error: 'must be true or false' }).default(true),
});

const bastion = z.strictObject({
  sku: z.enum(['Standard', 'Premium'], { error: 'must be Standard or Premium' }).default('Standard'),
  copyPasteEnabled: z.boolean({ error: 'must be true or false' }).default(false),
  scaleUnits: z
    .int({ error: 'must be a whole number of scale units' })
    .min(2, { error: 'must be 2 to 50' })
    .max(50, { error: 'must be 2 to 50' })
    .default(2),
  clients: cidrs.min(1, { error: 'must name at least one range, or be left out for the internet' }).optional(),
});

/** How an environment's networks are closed off from the internet, and how they reach it. */
export const perimeterSchema = z
  .strictObject({
    egress: z
      .enum(['natGateway', 'azureFirewall', 'appliance'], { error: 'must be natGateway, azureFirewall or appliance' })
      .default('natGateway'),
    allow: z.record(z.string(), egressRule, { error: 'must map names to ways out' }).default({}),
    appliance: appliance.optional(),
    ddosProtectionPlan: z
      .union(
        [
          z.literal('new'),
          z
            .string()
            .regex(
              /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/ddosProtectionPlans\/[^/]+$/,
              { error: 'must be new, or the id of a DDoS protection plan of the tenant' },
            ),
        ],
        {
          error: 'must be new, or the id of a DDoS protection plan of the tenant',
        },
      )
      .optional(),
    bastion: bastion.optional(),
  })
  .prefault({});
