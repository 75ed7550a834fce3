import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { networkName } from '../names';
import { parseRange } from './ranges';

/**
 * The VPN device of a site.
 *
 * @see https://learn.microsoft.com/rest/api/network-gateway/local-network-gateways/create-or-update
 */
export const localNetworkGateway: ResourceType = {
  type: 'Microsoft.Network/localNetworkGateways',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      bgpSettings: object(
        {
          asn: z.int().min(1).max(4_294_967_294),
          bgpPeeringAddress: z.ipv4(),
          bgpPeeringAddresses: readOnly,
          peerWeight: z.int().min(0).max(100),
        },
        ['asn', 'bgpPeeringAddress'],
      ),
      fqdn: z.string(),
      gatewayIpAddress: z.ipv4(),
      localNetworkAddressSpace: object({ addressPrefixes: z.array(z.string()) }),
    },
  }),
  longRunning: ['put', 'delete'],
  check({ id, properties }) {
    const { gatewayIpAddress, fqdn, localNetworkAddressSpace } = properties as {
      readonly gatewayIpAddress?: string;
      readonly fqdn?: string;
      readonly localNetworkAddressSpace?: { readonly addressPrefixes?: readonly string[] };
    };
    if ((gatewayIpAddress === undefined) === (fqdn === undefined)) {
      throw badRequest(
        'LocalNetworkGatewayMustHaveAddressOrFqdn',
        `Local network gateway ${id} must have either gatewayIpAddress or fqdn.`,
      );
    }
    const wrong = localNetworkAddressSpace?.addressPrefixes?.find((prefix) => !parseRange(prefix));
    if (wrong !== undefined) {
      throw badRequest(
        'InvalidAddressPrefixFormat',
        `Address prefix ${wrong} of resource ${id} is not formatted correctly.`,
      );
    }
  },
  checkDelete(gateway, azure) {
    const [user] = usersOf(gateway, azure);
    if (user) {
      throw badRequest(
        'LocalNetworkGatewayInUse',
        `Local network gateway ${gateway.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
};
