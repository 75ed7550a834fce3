import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { dnsZoneName, networkName } from '../names';
import { referenceIn } from './addresses';

const linkType = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks';

const soaType = 'Microsoft.Network/privateDnsZones/SOA';

/**
 * A network in which the names of a zone are known.
 *
 * @see https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links
 */
export const virtualNetworkLink: ResourceType = {
  type: linkType,
  name: networkName(80),
  location: 'global',
  shape: bodyShape({
    properties: {
      registrationEnabled: z.boolean(),
      resolutionPolicy: z.enum(['Default', 'NxDomainRedirect']),
      virtualNetwork: reference,
      virtualNetworkLinkState: readOnly,
    },
    required: ['virtualNetwork'],
  }),
  longRunning: ['put', 'delete'],
  check(link, { store }) {
    const zone = ResourceId.parse(link.id).parent;
    const network = referenceIn(link, 'virtualNetwork')?.toLowerCase();
    const other = store
      .ofType(linkType)
      .find(
        (candidate) =>
          candidate.id !== link.id &&
          referenceIn(candidate, 'virtualNetwork')?.toLowerCase() === network &&
          ResourceId.parse(candidate.id).parent?.name.toLowerCase() === zone?.name.toLowerCase(),
      );
    if (other) {
      throw conflict(
        'Conflict',
        `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${zone?.name ?? ''}' and '${ResourceId.parse(other.id).parent?.name ?? ''}' zones.`,
      );
    }
  },
  show: () => ({ virtualNetworkLinkState: 'Completed' }),
};

/** First record of a zone, there from the start. */
export const privateStartOfAuthority: ResourceType = {
  type: soaType,
  name: { pattern: /^@$/, allowed: '@' },
  shape: bodyShape({
    properties: {
      ttl: z.int(),
      soaRecord: object({
        email: z.string(),
        host: z.string(),
        expireTime: z.int(),
        minimumTtl: z.int(),
        refreshTime: z.int(),
        retryTime: z.int(),
        serialNumber: z.int(),
      }),
      fqdn: readOnly,
      metadata: z.record(z.string(), z.string()),
      isAutoRegistered: readOnly,
    },
  }),
};

/** @see https://learn.microsoft.com/rest/api/dns/privatedns/private-zones/create-or-update */
export const privateDnsZone: ResourceType = {
  type: 'Microsoft.Network/privateDnsZones',
  name: dnsZoneName,
  location: 'global',
  shape: bodyShape({ properties: {} }),
  longRunning: ['put', 'delete'],
  complete(zone, azure, previous) {
    if (!previous) {
      azure.store.put(soaOf(zone));
    }
    return zone;
  },
  checkDelete(zone, { store }: Azure) {
    const [link] = store.children(zone.id, linkType);
    if (link) {
      throw badRequest(
        'CannotDeleteResource',
        `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${link.id}'. Please delete all nested resources before deleting this resource.`,
      );
    }
  },
};

function soaOf({ id, name }: Resource): Resource {
  return {
    id: `${id}/SOA/@`,
    name: '@',
    type: soaType,
    properties: {
      ttl: 3600,
      fqdn: `${name}.`,
      isAutoRegistered: false,
      soaRecord: {
        email: 'azureprivatedns-host.microsoft.com',
        expireTime: 2419200,
        host: 'azureprivatedns.net',
        minimumTtl: 10,
        refreshTime: 3600,
        retryTime: 300,
        serialNumber: 1,
      },
    },
  };
}
