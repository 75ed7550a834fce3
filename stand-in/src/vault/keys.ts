import { generateKeyPairSync } from 'node:crypto';
import { type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type CollectionActions, type VaultRequest } from './data-plane';
import { addressOf, attributesWith, creationTime, findObject, keep, versionName } from './vault-contents';
import { VaultError } from './vault-error';

const rsaSizes = [2048, 3072, 4096];

const curves = ['P-256', 'P-256K', 'P-384', 'P-521'];

const operations = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey', 'import', 'export'];

/** @see https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation#key-rotation-policy */
const defaultLifetimeActions = [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }];

/** What a vault does with keys. */
export const keyActions: CollectionActions = {
  collection: 'keys',
  shown,
  actions: [
    { method: 'POST', path: '/:name/create', dataAction: 'keys/create/action', act: create },
    { method: 'POST', path: '/:name/rotate', dataAction: 'keys/rotate/action', act: rotate },
    { method: 'PATCH', path: '/:name/:version', dataAction: 'keys/update/action', act: update },
    { method: 'PATCH', path: '/:name/', dataAction: 'keys/update/action', act: update },
    { method: 'PATCH', path: '/:name', dataAction: 'keys/update/action', act: update },
    { method: 'GET', path: '/:name/rotationpolicy', dataAction: 'keyrotationpolicies/read', act: readPolicy },
    { method: 'PUT', path: '/:name/rotationpolicy', dataAction: 'keyrotationpolicies/write', act: writePolicy },
  ],
};

function shown({ properties }: Resource): JsonObject {
  const { key, attributes, tags } = properties;
  return { key, attributes, tags };
}

function create({ vault, name, body }: VaultRequest, azure: Azure): JsonObject {
  const { kty, key_size: size = 2048, crv = 'P-256', key_ops: keyOps = operations.slice(0, 6) } = body;
  const problem = problemOf(vault, body);
  if (problem !== undefined) {
    throw new VaultError(400, 'BadParameter', problem);
  }
  const isRsa = String(kty).startsWith('RSA');
  const previous = azure.store.find(`${vault.id}/keys/${name}`);
  const number = Number(previous?.properties['versions'] ?? 0) + 1;
  const kid = addressOf(vault, 'keys', name, versionName(vault, 'keys', name, number));
  return shown(
    keep(
      vault,
      'keys',
      name,
      {
        versions: number,
        currentVersion: kid,
        key: { kid, kty, key_ops: keyOps, ...(isRsa ? rsaKey(Number(size)) : ecKey(String(crv))) },
        attributes: attributesWith(body['attributes']),
        tags: body['tags'] ?? {},
        rotationPolicy: previous?.properties['rotationPolicy'],
      },
      azure,
    ),
  );
}

/** What is wrong with a key that is to be created. */
function problemOf(vault: Resource, body: JsonObject): string | undefined {
  const { kty, key_size: size = 2048, crv = 'P-256', key_ops: keyOps = [] } = body;
  const { name: sku } = vault.properties['sku'] as { readonly name: string };
  if (!['RSA', 'RSA-HSM', 'EC', 'EC-HSM'].includes(String(kty))) {
    return `Property kty must be one of RSA, RSA-HSM, EC, EC-HSM, got '${String(kty)}'.`;
  }
  if (String(kty).endsWith('-HSM') && sku !== 'premium') {
    return `Keys of type ${String(kty)} are only supported in a premium vault; ${vault.name} is ${sku}.`;
  }
  if (String(kty).startsWith('RSA') && !rsaSizes.includes(Number(size))) {
    return `Property key_size must be one of ${rsaSizes.join(', ')}, got ${String(size)}.`;
  }
  if (String(kty).startsWith('EC') && !curves.includes(String(crv))) {
    return `Property crv must be one of ${curves.join(', ')}, got '${String(crv)}'.`;
  }
  const unknown = (keyOps as readonly string[]).find((operation) => !operations.includes(operation));
  return unknown === undefined ? undefined : `Property key_ops has unknown operation '${unknown}'.`;
}

function rotate({ vault, name }: VaultRequest, azure: Azure): JsonObject {
  const { key, attributes, tags } = findObject(vault, 'keys', name, azure).properties;
  return create({ vault, name, body: { ...(key as JsonObject), attributes, tags } }, azure);
}

function update({ vault, name, body }: VaultRequest, azure: Azure): JsonObject {
  const { properties } = findObject(vault, 'keys', name, azure);
  const { key_ops: keyOps, attributes, tags } = body;
  return shown(
    keep(
      vault,
      'keys',
      name,
      {
        ...properties,
        key: { ...(properties['key'] as JsonObject), ...(keyOps && { key_ops: keyOps }) },
        attributes: { ...(properties['attributes'] as JsonObject), ...(attributes as JsonObject | undefined) },
        tags: tags ?? properties['tags'],
      },
      azure,
    ),
  );
}

function readPolicy({ vault, name }: VaultRequest, azure: Azure): JsonObject {
  const { rotationPolicy } = findObject(vault, 'keys', name, azure).properties;
  const given = (rotationPolicy ?? { lifetimeActions: defaultLifetimeActions }) as JsonObject;
  return {
    id: addressOf(vault, 'keys', name, 'rotationpolicy'),
    ...given,
    attributes: { ...(given['attributes'] as JsonObject | undefined), created: creationTime, updated: creationTime },
  };
}

function writePolicy(request: VaultRequest, azure: Azure): JsonObject {
  const { vault, name, body } = request;
  const { properties } = findObject(vault, 'keys', name, azure);
  const { lifetimeActions, attributes = {} } = body;
  const { expiryTime } = attributes as { readonly expiryTime?: string };
  keep(vault, 'keys', name, { ...properties, rotationPolicy: { lifetimeActions, attributes: { expiryTime } } }, azure);
  return readPolicy(request, azure);
}

/** One key of each size, for every vault: what it is matters to nobody here, and making one takes seconds. */
const rsaKeys = new Map<number, JsonObject>();

function rsaKey(size: number): JsonObject {
  const { n, e } =
    rsaKeys.get(size) ?? generateKeyPairSync('rsa', { modulusLength: size }).publicKey.export({ format: 'jwk' });
  rsaKeys.set(size, { n, e });
  return { n, e };
}

const nodeCurves: Readonly<Record<string, string>> = { 'P-256K': 'secp256k1' };

function ecKey(crv: string): JsonObject {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: nodeCurves[crv] ?? crv }).publicKey.export({
    format: 'jwk',
  });
  return { crv, x, y };
}
