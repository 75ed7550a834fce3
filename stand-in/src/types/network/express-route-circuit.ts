import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly, reference } from '../../arm/shape';
import { networkName } from '../names';
import { circuitAuthorization, circuitPeering } from './express-route-circuit-parts';

/** Bandwidths that providers sell, in Mbps. */
const bandwidths = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/**
 * An ExpressRoute circuit of a provider. The stand-in is the provider too: a circuit is provisioned as soon as it is made,
 * which takes days elsewhere.
 *
 * @see https://learn.microsoft.com/rest/api/expressroute/express-route-circuits/create-or-update
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-workflows
 */
export const expressRouteCircuit: ResourceType = {
  type: 'Microsoft.Network/expressRouteCircuits',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      allowClassicOperations: z.boolean(),
      authorizationKey: z.string(),
      authorizationStatus: readOnly,
      circuitProvisioningState: readOnly,
      enableDirectPortRateLimit: z.boolean(),
      expressRoutePort: reference,
      gatewayManagerEtag: readOnly,
      globalReachEnabled: z.boolean(),
      serviceKey: readOnly,
      serviceProviderNotes: readOnly,
      serviceProviderProperties: object(
        { bandwidthInMbps: z.int(), peeringLocation: z.string().min(1), serviceProviderName: z.string().min(1) },
        ['bandwidthInMbps', 'peeringLocation', 'serviceProviderName'],
      ),
      serviceProviderProvisioningState: readOnly,
      stag: readOnly,
    },
    required: ['serviceProviderProperties'],
    beside: {
      sku: object(
        {
          name: z.string(),
          family: z.enum(['MeteredData', 'UnlimitedData']),
          tier: z.enum(['Local', 'Standard', 'Premium']),
        },
        ['name', 'family', 'tier'],
      ),
    },
    requiredBeside: ['sku'],
  }),
  children: { peerings: [circuitPeering], authorizations: [circuitAuthorization] },
  longRunning: ['put', 'delete'],
  check(circuit, _azure, previous) {
    const { name, family, tier } = circuit['sku'] as Readonly<Record<'name' | 'family' | 'tier', string>>;
    if (name !== `${tier}_${family}` || (tier === 'Local' && family !== 'UnlimitedData')) {
      throw badRequest(
        'InvalidCircuitSku',
        `SKU ${name} of circuit ${circuit.id} does not go with ${tier} and ${family}.`,
      );
    }
    const bandwidth = bandwidthOf(circuit);
    if (!bandwidths.includes(bandwidth)) {
      throw badRequest(
        'InvalidBandwidth',
        `Bandwidth of circuit ${circuit.id} must be one of ${bandwidths.join(', ')} Mbps, found ${bandwidth}.`,
      );
    }
    if (previous && bandwidth < bandwidthOf(previous)) {
      throw badRequest(
        'BandwidthCannotBeReduced',
        `Bandwidth of circuit ${circuit.id} cannot be reduced to ${bandwidth} Mbps.`,
      );
    }
  },
  show: ({ id }) => ({
    circuitProvisioningState: 'Enabled',
    gatewayManagerEtag: '',
    serviceKey: pseudoUuid(`service key of ${id}`),
    serviceProviderProvisioningState: 'Provisioned',
  }),
  checkDelete(circuit, azure) {
    const [user] = usersOf(circuit, azure);
    if (user) {
      throw badRequest(
        'CircuitInUse',
        `Circuit ${circuit.id} cannot be deleted because it is connected to by ${user.id}.`,
      );
    }
  },
};

function bandwidthOf({ properties }: Resource): number {
  return (properties['serviceProviderProperties'] as { readonly bandwidthInMbps: number }).bandwidthInMbps;
}
