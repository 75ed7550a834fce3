import { type Azure } from '../../azure';
import { badRequest } from '../../arm/arm-error';
import { isObject } from '../../arm/json';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { addressAt, offsetIn, type Range, sizeOf } from './ranges';
import { rangesOf } from './subnet-ranges';

/** Addresses at the beginning of a subnet that Azure keeps for itself; it keeps the last too. */
const keptAtStart = 4;

/** Types of the parts that take an address out of a subnet. */
const addressedTypes = [
  'Microsoft.Network/networkInterfaces/ipConfigurations',
  'Microsoft.Network/loadBalancers/frontendIPConfigurations',
  'Microsoft.Network/applicationGateways/frontendIPConfigurations',
  'Microsoft.Network/azureFirewalls/azureFirewallIpConfigurations',
  'Microsoft.Network/privateEndpoints',
  'Microsoft.Network/virtualNetworkGateways/ipConfigurations',
];

/** Id of what a property of a resource refers to. */
export function referenceIn({ properties }: Resource, property: string): string | undefined {
  const value = properties[property];
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

/**
 * A part with its address in its subnet: the one that it states or, when it states none, the first that is free.
 *
 * @throws ArmError when the address is not in the subnet, is one that Azure keeps, or is taken.
 * @see https://learn.microsoft.com/azure/virtual-network/ip-services/private-ip-addresses
 */
export function withPrivateAddress(resource: Resource, azure: Azure, previous: Resource | undefined): Resource {
  const subnet = azure.store.find(referenceIn(resource, 'subnet'));
  if (!subnet) {
    return resource;
  }
  const [range] = rangesOf(subnet);
  const stated = resource.properties['privateIPAddress'];
  const method = resource.properties['privateIPAllocationMethod'] ?? 'Dynamic';
  const taken = addressesIn(subnet, resource.id, azure);
  const kept = method === 'Dynamic' ? previous?.properties['privateIPAddress'] : undefined;
  const address = method === 'Static' ? stated : (kept ?? (range && firstFree(range, taken)));
  if (typeof address !== 'string' || !range) {
    throw badRequest(
      'PrivateIPAddressIsRequired',
      `Private static IP address must be specified for IP configuration ${resource.id}.`,
    );
  }
  checkAddress(address, range, taken, resource, subnet);
  return {
    ...resource,
    properties: { ...resource.properties, privateIPAddress: address, privateIPAllocationMethod: method },
  };
}

function checkAddress(
  address: string,
  range: Range,
  taken: ReadonlyMap<string, string>,
  resource: Resource,
  subnet: Resource,
): void {
  const offset = offsetIn(range, address);
  if (offset === undefined) {
    throw badRequest(
      'PrivateIPAddressNotInSubnet',
      `Private static IP address ${address} does not belong to the range of subnet prefix ${range.address}: ${subnet.id}.`,
    );
  }
  if (offset < keptAtStart || offset === sizeOf(range) - 1) {
    throw badRequest(
      'PrivateIPAddressInReservedRange',
      `Private static IP address ${address} falls within reserved IP range of subnet prefix ${range.address}.`,
    );
  }
  const user = taken.get(address);
  if (user !== undefined) {
    throw badRequest(
      'PrivateIPAddressIsAllocated',
      `IP configuration ${resource.id} is using the private IP address ${address} which is already allocated to resource ${user}.`,
    );
  }
}

function firstFree(range: Range, taken: ReadonlyMap<string, string>): string {
  for (let offset = keptAtStart; offset < sizeOf(range) - 1; offset++) {
    const address = addressAt(range, offset);
    if (!taken.has(address)) {
      return address;
    }
  }
  throw badRequest('SubnetIsFull', `Subnet with range ${range.address} has no free address left.`);
}

/** Addresses that parts other than one have in a subnet, with who has them. */
function addressesIn(subnet: Resource, except: string, { store }: Azure): ReadonlyMap<string, string> {
  const parts = addressedTypes
    .flatMap((type) => store.referrers(subnet.id, type))
    .filter(({ id }) => id.toLowerCase() !== except.toLowerCase());
  return new Map(
    parts.flatMap(({ id, properties: { privateIPAddress: address } }) =>
      typeof address === 'string' ? [[address, id] as const] : [],
    ),
  );
}

/** Id of the virtual network in which a subnet lies. */
export function networkOf(subnetId: string): string | undefined {
  return ResourceId.parse(subnetId).parent?.key;
}
