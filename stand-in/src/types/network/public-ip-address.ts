import { Address4 } from 'ip-address';
import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { isObject } from '../../arm/json';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference, zones } from '../../arm/shape';
import { networkName } from '../names';
import { addressAt, sizeOf } from './ranges';

const type = 'Microsoft.Network/publicIPAddresses';

/** A range for tests of networks: no address that the stand-in gives is anybody's (RFC 2544). */
const benchmarking = new Address4('198.18.0.0/15');

/**
 * A public address. Basic ones have been retired, and Standard ones are static.
 *
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses/create-or-update
 * @see https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
 */
export const publicIpAddress: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      ddosSettings: object({
        ddosProtectionPlan: reference,
        protectionMode: z.enum(['Disabled', 'Enabled', 'VirtualNetworkInherited']),
      }),
      deleteOption: z.enum(['Delete', 'Detach']),
      dnsSettings: object({
        domainNameLabel: z.string(),
        domainNameLabelScope: z.enum(['NoReuse', 'ResourceGroupReuse', 'SubscriptionReuse', 'TenantReuse']),
        fqdn: readOnly,
        reverseFqdn: z.string(),
      }),
      idleTimeoutInMinutes: z.int().min(4).max(30),
      ipAddress: readOnly,
      ipConfiguration: readOnly,
      ipTags: z.array(object({ ipTagType: z.string(), tag: z.string() })),
      linkedPublicIPAddress: readOnly,
      migrationPhase: readOnly,
      natGateway: readOnly,
      publicIPAddressVersion: z.enum(['IPv4', 'IPv6']),
      publicIPAllocationMethod: z.enum(['Dynamic', 'Static']),
      publicIPPrefix: reference,
      servicePublicIPAddress: readOnly,
    },
    beside: {
      sku: object({ name: z.enum(['Basic', 'Standard', 'StandardV2']), tier: z.enum(['Regional', 'Global']) }),
      zones,
      extendedLocation: anything,
    },
  }),
  longRunning: ['put', 'delete'],
  check(address, { store }, previous) {
    const { name: sku = 'Basic' } = (address['sku'] ?? {}) as { readonly name?: string };
    if (sku === 'Basic') {
      throw badRequest(
        'BasicSkuPublicIpCreationNotAllowed',
        `Cannot create public IP address ${address.id}: Basic SKU public IP addresses were retired on 30 September 2025.`,
      );
    }
    if (address.properties['publicIPAllocationMethod'] !== 'Static') {
      throw badRequest(
        'StandardAndStandardV2SkuPublicIPAddressesMustBeStatic',
        `Standard and StandardV2 sku publicIp ${address.id} must have AllocationMethod set to Static.`,
      );
    }
    if (previous && String(previous.zones ?? []) !== String(address.zones ?? [])) {
      throw badRequest(
        'ResourceAvailabilityZonesCannotBeModified',
        `Resource ${address.id} has an existing availability zone constraint and cannot be changed.`,
      );
    }
    const label = labelOf(address);
    const other =
      label &&
      store
        .ofType(type)
        .find(
          (candidate) =>
            candidate.id !== address.id && candidate.location === address.location && labelOf(candidate) === label,
        );
    if (label !== undefined && !/^[a-z][a-z0-9-]{1,61}[a-z0-9]$/.test(label)) {
      throw badRequest(
        'InvalidDomainNameLabel',
        `The domain name label ${label} is invalid. It must conform to the following regular expression: ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.`,
      );
    }
    if (other) {
      throw badRequest('DnsRecordInUse', `DNS record ${fqdnOf(label, address)} is already used by another public IP.`);
    }
  },
  complete(address, { store }, previous) {
    const label = labelOf(address);
    return {
      ...address,
      properties: {
        ...address.properties,
        ipAddress: previous?.properties['ipAddress'] ?? addressFor(address, store.ofType(type)),
        ...(label !== undefined && {
          dnsSettings: { ...(address.properties['dnsSettings'] as object), fqdn: fqdnOf(label, address) },
        }),
      },
    };
  },
  show: (address, azure) => {
    const [user] = usersOf(address, azure);
    return {
      ...(user?.type === 'Microsoft.Network/natGateways' && { natGateway: { id: user.id } }),
      ...(user && user.type !== 'Microsoft.Network/natGateways' && { ipConfiguration: { id: user.id } }),
    };
  },
  checkDelete(address, azure) {
    const [user] = usersOf(address, azure).filter(
      ({ type: userType }) => !userType.startsWith('Microsoft.Network/trafficManager'),
    );
    if (user) {
      throw badRequest(
        'PublicIPAddressCannotBeDeleted',
        `Public IP address ${address.id} can not be deleted since it is still allocated to resource ${user.id}.`,
      );
    }
  },
};

function labelOf({ properties: { dnsSettings } }: Resource): string | undefined {
  const label = isObject(dnsSettings) ? dnsSettings['domainNameLabel'] : undefined;
  return typeof label === 'string' ? label : undefined;
}

function fqdnOf(label: string, { location = '' }: Resource): string {
  return `${label}.${location}.cloudapp.azure.com`;
}

/** An address that depends on the resource alone, not on the order in which resources come, unless another has it. */
function addressFor({ id }: Resource, existing: readonly Resource[]): string {
  const taken = new Set(existing.map(({ properties }) => properties['ipAddress']));
  const start = Number.parseInt(pseudoUuid(`address of ${id.toLowerCase()}`).slice(0, 8), 16);
  const size = sizeOf(benchmarking);
  for (let offset = 0; offset < size; offset++) {
    const address = addressAt(benchmarking, (start + offset) % size);
    if (!taken.has(address)) {
      return address;
    }
  }
  throw badRequest(
    'PublicIPCountLimitReached',
    `Cannot create more than ${size} public IP addresses for this subscription in this region.`,
  );
}

/**
 * A public address serves one resource.
 *
 * @throws ArmError when another has it already.
 */
export function checkPublicAddressIsFree(
  id: string | undefined,
  user: Resource,
  azure: Parameters<typeof usersOf>[1],
): void {
  const address = azure.store.find(id);
  const other =
    address &&
    usersOf(address, azure).find(
      (candidate) => candidate.id !== user.id && !candidate.type.startsWith('Microsoft.Network/trafficManager'),
    );
  if (address && other) {
    throw badRequest(
      'PublicIPAddressInUse',
      `Resource ${user.id} is referencing public IP address ${address.id} that is already allocated to resource ${other.id}.`,
    );
  }
}
