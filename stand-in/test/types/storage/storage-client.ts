import { type JsonObject } from '../../../src/arm/json';
import { body, west } from '../../estate';

/** A storage account of the group `west`. */
export const account = `${west}/Microsoft.Storage/storageAccounts/stcontoso`;

/** Body of an account on standard hardware, replicated in one building unless it is said. */
export function accountBody(properties: JsonObject = {}, beside: JsonObject = {}): JsonObject {
  return body(properties, { kind: 'StorageV2', sku: { name: 'Standard_LRS' }, ...beside });
}
