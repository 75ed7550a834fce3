import { z } from 'zod';
import { cidr, resourceId } from './fields';

const subnet = z.strictObject({
  name: z.string({ error: 'must be the name of the subnet' }).min(1, { error: 'must be the name of the subnet' }),
  addressRange: cidr,
});

/** A virtual network that exists, whose range is that of the region. */
const network = z.strictObject({
  id: resourceId('Microsoft.Network/virtualNetworks'),
  subnets: z.strictObject({
    gateway: subnet,
    web: subnet,
    application: subnet,
    data: subnet,
    management: subnet,
  }),
});

/** A private DNS zone that exists, such as that of a hub. */
const zone = z.strictObject({
  id: resourceId('Microsoft.Network/privateDnsZones'),
  addLinks: z.boolean({ error: 'must be true or false' }).default(false),
});

/** What the environment finds and does not make. */
export const existingSchema = z.strictObject({
  networks: z
    .strictObject({
      primary: network.optional(),
      disasterRecovery: network.optional(),
      connected: z.boolean({ error: 'must be true or false' }).default(false),
    })
    .optional(),
  vaultZone: zone.optional(),
  blobZone: zone.optional(),
  fileZone: zone.optional(),
});

/** Values of a virtual network that exists. */
export type ExistingNetworkValues = z.infer<typeof network>;

/** Values of a private DNS zone that exists. */
export type ExistingZoneValues = z.infer<typeof zone>;
