import { type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type Collection } from './vault-contents';

/** A request to a vault. */
export interface VaultRequest {
  readonly vault: Resource;
  /** Name of the key, secret or certificate; nothing for all of them. */
  readonly name: string;
  /** Name of one version. */
  readonly version?: string;
  readonly body: JsonObject;
}

/** Something that a vault does. */
export interface VaultAction {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH';
  /** Below the collection, as in `/:name/rotationpolicy`. */
  readonly path: string;
  /** What the caller must be allowed to do, below `Microsoft.KeyVault/vaults/`. */
  readonly dataAction: string;
  readonly status?: number;
  readonly act: (request: VaultRequest, azure: Azure) => JsonObject | Promise<JsonObject>;
}

/** Keys, secrets or certificates: what a vault does with them that it does not do with the others. */
export interface CollectionActions {
  readonly collection: Collection;
  readonly actions: readonly VaultAction[];
  /** How an answer shows one. */
  readonly shown: (object: Resource, vault: Resource) => JsonObject;
}
