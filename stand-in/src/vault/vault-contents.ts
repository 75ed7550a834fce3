import { isObject, type JsonObject } from '../arm/json';
import { pseudoUuid } from '../arm/pseudo-uuid';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { VaultError } from './vault-error';

/** Collections of what lies in a vault. */
export type Collection = 'keys' | 'secrets' | 'certificates';

/** When everything in vaults was made, in seconds since 1970: a fixed time, so that two deployments give the same. */
export const creationTime = Date.UTC(2026, 0, 1) / 1000;

const longestRetentionDays = 90;

/**
 * Attributes that a vault adds to those that are given.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key#deletionrecoverylevel
 */
export function attributesIn({ properties }: Resource, given: unknown): JsonObject {
  const days = Number(properties['softDeleteRetentionInDays']);
  const kind = days < longestRetentionDays ? 'CustomizedRecoverable' : 'Recoverable';
  return {
    enabled: true,
    created: creationTime,
    updated: creationTime,
    ...(given as JsonObject | undefined),
    recoveryLevel: properties['enablePurgeProtection'] === true ? kind : `${kind}+Purgeable`,
    recoverableDays: days,
  };
}

/** Number of the next version under a name. */
export function nextNumber(vault: Resource, collection: Collection, name: string, { store }: Azure): number {
  return Number(store.find(objectId(vault, collection, name))?.properties['versions'] ?? 0) + 1;
}

/** Name of a version: 32 digits. */
export function versionName(vault: Resource, collection: Collection, name: string, number: number): string {
  return pseudoUuid(`${vault.id.toLowerCase()}/${collection}/${name.toLowerCase()} ${number}`).replaceAll('-', '');
}

/** Address of something in a vault, as its `kid` or `id` has it. */
export function addressOf(vault: Resource, collection: string, ...rest: readonly string[]): string {
  return [(vault.properties['vaultUri'] as string).replace(/\/$/, ''), collection, ...rest].join('/');
}

/** Id of something in a vault. */
export function objectId(vault: Resource, collection: Collection, name: string): string {
  return `${vault.id}/${collection}/${name}`;
}

const kinds: Readonly<Record<Collection, string>> = { keys: 'Key', secrets: 'Secret', certificates: 'Certificate' };

/** What lies in a vault under a name, in its latest version or in the one that is named; it must be there. */
export function findObject(
  vault: Resource,
  collection: Collection,
  name: string,
  { store }: Azure,
  version?: string,
): Resource {
  const id = objectId(vault, collection, name);
  const object = store.find(version === undefined ? id : `${id}/versions/${version}`);
  if (!object) {
    const kind = kinds[collection].toLowerCase();
    throw new VaultError(
      404,
      `${kinds[collection]}NotFound`,
      `A ${kind} with (name/id) ${[name, version].filter(Boolean).join('/')} was not found in this key vault. If you recently deleted this ${kind} you may be able to recover it using the correct recovery command.`,
    );
  }
  return object;
}

/**
 * Puts a version of something into a vault, unless something deleted keeps its name. What has the name shows the latest
 * version; of properties, `versions` is the version's number, and `id` (`currentVersion` of a key) its address.
 */
export function keep(
  vault: Resource,
  collection: Collection,
  name: string,
  properties: JsonObject,
  azure: Azure,
): Resource {
  const id = objectId(vault, collection, name);
  checkName(collection, name);
  if (azure.softDeleted.has(id.toLowerCase())) {
    throw new VaultError(
      409,
      'Conflict',
      `${kinds[collection]} ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${kinds[collection].toLowerCase()} can only be recovered or purged.`,
      'ObjectIsDeletedButRecoverable',
    );
  }
  const type = `Microsoft.KeyVault/vaults/${collection}`;
  const version = ((properties['currentVersion'] ?? properties['id']) as string).split('/').slice(-1).join('');
  const latest = Number(azure.store.find(id)?.properties['versions'] ?? 0);
  const object: Resource = { id, name, type, properties };
  if (Number(properties['versions']) >= latest) {
    azure.store.put(object);
  }
  azure.store.put({ id: `${id}/versions/${version}`, name: version, type: `${type}/versions`, properties });
  return object;
}

/** @see https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers */
function checkName(collection: Collection, name: string): void {
  if (!/^[A-Za-z0-9-]{1,127}$/.test(name)) {
    throw new VaultError(
      400,
      'BadParameter',
      `The request URI contains an invalid name: ${name}. Names of ${collection} have 1 to 127 letters, digits and hyphens.`,
    );
  }
}

/** Properties with the changes that an update may make to anything in a vault. */
export function changed(properties: JsonObject, { attributes, tags, contentType }: JsonObject): JsonObject {
  return {
    ...properties,
    attributes: {
      ...(properties['attributes'] as JsonObject),
      ...(isObject(attributes) ? attributes : {}),
    },
    tags: tags ?? properties['tags'],
    contentType: contentType ?? properties['contentType'],
  };
}

/** What is deleted with something: a certificate takes its key and its secret along. */
function withParts(vault: Resource, collection: Collection, name: string): readonly string[] {
  const collections: readonly Collection[] =
    collection === 'certificates' ? [collection, 'keys', 'secrets'] : [collection];
  return collections.map((each) => objectId(vault, each, name));
}

/** Deletes something, which can be recovered; roles that were given on it are gone for good. */
export function softDelete(vault: Resource, collection: Collection, name: string, azure: Azure): void {
  for (const id of withParts(vault, collection, name)) {
    const removed = azure.store.remove(id).filter(({ type }) => type.startsWith(vault.type));
    azure.softDeleted.set(id.toLowerCase(), removed);
  }
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
export function recover(vault: Resource, collection: Collection, name: string, azure: Azure): void {
  for (const id of withParts(vault, collection, name)) {
    azure.softDeleted.get(id.toLowerCase())?.forEach((each) => azure.store.put(each));
    azure.softDeleted.delete(id.toLowerCase());
  }
}

/** Ends what was deleted, where the vault allows that. */
export function purge(vault: Resource, collection: Collection, name: string, azure: Azure): void {
  if (vault.properties['enablePurgeProtection'] === true) {
    throw new VaultError(
      403,
      'Forbidden',
      'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.',
      'PurgeProtected',
    );
  }
  for (const id of withParts(vault, collection, name)) {
    azure.softDeleted.delete(id.toLowerCase());
  }
}
