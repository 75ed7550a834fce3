import { type JsonObject } from '../arm/json';
import { pseudoUuid } from '../arm/pseudo-uuid';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { VaultError } from './vault-error';

/** Collections of what lies in a vault. */
export type Collection = 'keys' | 'secrets' | 'certificates';

/** When everything in vaults was made, in seconds since 1970: a fixed time, so that two deployments give the same. */
export const creationTime = Date.UTC(2026, 0, 1) / 1000;

/** Attributes that a vault adds to those that are given. */
export function attributesWith(given: unknown): JsonObject {
  return {
    enabled: true,
    created: creationTime,
    updated: creationTime,
    recoveryLevel: 'Recoverable',
    recoverableDays: 90,
    ...(given as JsonObject | undefined),
  };
}

/** Name of a version: 32 digits. */
export function versionName(vault: Resource, collection: Collection, name: string, number: number): string {
  return pseudoUuid(`${vault.id.toLowerCase()}/${collection}/${name.toLowerCase()} ${number}`).replaceAll('-', '');
}

/** Address of something in a vault, as its `kid` or `id` has it. */
export function addressOf(vault: Resource, collection: string, ...rest: readonly string[]): string {
  return [String(vault.properties['vaultUri']).replace(/\/$/, ''), collection, ...rest].join('/');
}

/** Id of something in a vault. */
export function objectId(vault: Resource, collection: Collection, name: string): string {
  return `${vault.id}/${collection}/${name}`;
}

const kinds: Readonly<Record<Collection, string>> = { keys: 'Key', secrets: 'Secret', certificates: 'Certificate' };

/** What lies in a vault under a name, which must be there. */
export function findObject(vault: Resource, collection: Collection, name: string, { store }: Azure): Resource {
  const object = store.find(objectId(vault, collection, name));
  if (!object) {
    throw new VaultError(
      404,
      `${kinds[collection]}NotFound`,
      `A ${kinds[collection].toLowerCase()} with (name/id) ${name} was not found in this key vault. If you recently deleted this ${kinds[collection].toLowerCase()} you may be able to recover it using the correct recovery command.`,
    );
  }
  return object;
}

/** Puts something into a vault, unless something deleted keeps its name. */
export function keep(
  vault: Resource,
  collection: Collection,
  name: string,
  properties: JsonObject,
  azure: Azure,
): Resource {
  const id = objectId(vault, collection, name);
  if (azure.softDeleted.has(id.toLowerCase())) {
    throw new VaultError(
      409,
      'Conflict',
      `${kinds[collection]} ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${kinds[collection].toLowerCase()} can only be recovered or purged.`,
      'ObjectIsDeletedButRecoverable',
    );
  }
  const object: Resource = { id, name, type: `Microsoft.KeyVault/vaults/${collection}`, properties };
  azure.store.put(object);
  return object;
}

/** Deletes something, which can be recovered. */
export function softDelete(object: Resource, azure: Azure): void {
  azure.store.remove(object.id);
  azure.softDeleted.set(object.id.toLowerCase(), [object]);
}

/** What was deleted under a name, which must be there. */
export function findDeleted(vault: Resource, collection: Collection, name: string, { softDeleted }: Azure): Resource {
  const [object] = softDeleted.get(objectId(vault, collection, name).toLowerCase()) ?? [];
  if (!object) {
    throw new VaultError(404, `${kinds[collection]}NotFound`, `Deleted ${kinds[collection]} not found: ${name}`);
  }
  return object;
}

/** Puts back what was deleted. */
export function recover(object: Resource, azure: Azure): void {
  azure.softDeleted.delete(object.id.toLowerCase());
  azure.store.put(object);
}

/** Ends what was deleted, where the vault allows that. */
export function purge(vault: Resource, object: Resource, azure: Azure): void {
  if (vault.properties['enablePurgeProtection'] === true) {
    throw new VaultError(
      403,
      'Forbidden',
      'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.',
      'PurgeProtected',
    );
  }
  azure.softDeleted.delete(object.id.toLowerCase());
}
