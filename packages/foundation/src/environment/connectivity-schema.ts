import { z } from 'zod';
import { cidr, cidrs, resourceId, text } from './fields';

/** Names that become parts of resource names. */
function byName<Value extends z.ZodType>(what: string, value: Value) {
  const error = `must map names of ${what} (2 to 20 lower-case letters, digits and inner hyphens) to their values`;
  return z.record(z.string().regex(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/), value, { error });
}

const asn = z.int({ error: 'must be an autonomous system number' });

const vpnSite = z.strictObject({
  address: z.ipv4({ error: 'must be the public IPv4 address of the VPN device' }),
  bgp: z
    .strictObject({ asn, peeringAddress: z.ipv4({ error: 'must be the IPv4 address by which the device speaks BGP' }) })
    .optional(),
  addressRanges: cidrs.optional(),
  ipsec: z
    .strictObject({
      encryption: z.enum(['GCMAES256', 'AES256'], { error: 'must be GCMAES256 or AES256' }).optional(),
      group: z.enum(['ECP384', 'DHGroup24'], { error: 'must be ECP384 or DHGroup24' }).optional(),
    })
    .optional(),
});

const vpn = z.strictObject({
  sku: z
    .enum(['VpnGw2AZ', 'VpnGw3AZ', 'VpnGw4AZ', 'VpnGw5AZ'], {
      error: 'must be VpnGw2AZ, VpnGw3AZ, VpnGw4AZ or VpnGw5AZ',
    })
    .optional(),
  asn: asn.optional(),
  sites: byName('sites', vpnSite),
});

const circuit = z.strictObject({
  serviceProvider: text('must be the connectivity provider, as Azure spells it'),
  peeringLocation: text('must be a peering location, as Azure spells it'),
  bandwidthMbps: z.literal([50, 100, 200, 500, 1000, 2000, 5000, 10_000], {
    error: 'must be 50, 100, 200, 500, 1000, 2000, 5000 or 10000',
  }),
  tier: z.enum(['Local', 'Standard', 'Premium'], { error: 'must be Local, Standard or Premium' }).default('Standard'),
  family: z.enum(['MeteredData', 'UnlimitedData'], { error: 'must be MeteredData or UnlimitedData' }).optional(),
  provisioned: z.boolean({ error: 'must be true once the provider has provisioned the circuit, false until then' }),
  privatePeering: z
    .strictObject({
      peerAsn: asn,
      primaryRange: cidr,
      secondaryRange: cidr,
      vlanId: z.int({ error: 'must be a VLAN from 1 to 4094' }),
    })
    .optional(),
  authorizations: z.array(text('must be the name of an authorization')).optional(),
});

const expressRoute = z.strictObject({
  sku: z.enum(['ErGw1AZ', 'ErGw2AZ', 'ErGw3AZ'], { error: 'must be ErGw1AZ, ErGw2AZ or ErGw3AZ' }).optional(),
  circuits: byName('circuits', circuit).optional(),
  existingCircuits: byName(
    'circuits',
    z.strictObject({ id: resourceId('Microsoft.Network/expressRouteCircuits') }),
  ).optional(),
});

const ofRegion = z.strictObject({ vpn: vpn.optional(), expressRoute: expressRoute.optional() });

/** How each region's network is reached other than by the internet. What of it Azure would refuse, constructs check. */
export const connectivitySchema = z.strictObject({
  primary: ofRegion.optional(),
  disasterRecovery: ofRegion.optional(),
});
