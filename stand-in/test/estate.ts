import { type JsonObject } from '../src/arm/json';
import { type Client, fullId } from './support';

/** Ids of what tests put into the group `west`. */
export const west = '/resourceGroups/west/providers';

/** Virtual network of {@link addNetwork}. */
export const network = `${west}/Microsoft.Network/virtualNetworks/vnet-a`;

/** Its one subnet, 10.0.1.0/24. */
export const subnet = `${network}/subnets/one`;

/** A reference, as bodies have it. */
export function ref(id: string): { readonly id: string } {
  return { id: fullId(id) };
}

/** A body in the region of the group `west`. */
export function body(properties: JsonObject, beside: JsonObject = {}): JsonObject {
  return { location: 'westeurope', ...beside, properties };
}

/** Makes a virtual network with one subnet. */
export async function addNetwork(client: Client): Promise<void> {
  await client.make(network, body({ addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }));
  await client.make(subnet, { properties: { addressPrefix: '10.0.1.0/24' } });
}

/** A network interface with one IP configuration in the subnet. */
export function networkInterface(configuration: JsonObject = {}): JsonObject {
  return body({ ipConfigurations: [{ name: 'primary', properties: { subnet: ref(subnet), ...configuration } }] });
}

/** Makes a network interface in the subnet. */
export async function addInterface(client: Client, name: string, configuration: JsonObject = {}): Promise<string> {
  const id = `${west}/Microsoft.Network/networkInterfaces/${name}`;
  await client.make(id, networkInterface(configuration));
  return id;
}

/** Makes a Standard public address. */
export async function addPublicAddress(client: Client, name: string, properties: JsonObject = {}): Promise<string> {
  const id = `${west}/Microsoft.Network/publicIPAddresses/${name}`;
  await client.make(id, body({ publicIPAllocationMethod: 'Static', ...properties }, { sku: { name: 'Standard' } }));
  return id;
}
