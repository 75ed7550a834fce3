import { generateKeyPairSync } from 'node:crypto';
import { type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type CollectionActions, type VaultRequest } from './vault-action';
import { rotationProblem } from './rotation-policy';
import {
  addressOf,
  attributesIn,
  changed,
  creationTime,
  findObject,
  keep,
  nextNumber,
  objectId,
  versionName,
} from './vault-contents';
import { VaultError } from './vault-error';

/** Sizes of RSA keys, in bits. */
export const rsaSizes: readonly number[] = [2048, 3072, 4096];

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
  const { key, attributes, tags, managed } = properties;
  return { key, attributes, tags, managed };
}

/** What a client says of a key that is to be created. */
interface KeyWishes {
  readonly kty?: string;
  readonly key_size?: number;
  readonly crv?: string;
  readonly key_ops?: readonly string[];
}

function create({ vault, name, body }: VaultRequest, azure: Azure): JsonObject {
  const {
    kty = '',
    key_size: size = 2048,
    crv = 'P-256',
    key_ops: keyOps = operations.slice(0, 6),
  } = body as KeyWishes;
  const problem = problemOf(vault, { kty, key_size: size, crv, key_ops: keyOps });
  if (problem !== undefined) {
    throw new VaultError(400, 'BadParameter', problem);
  }
  const previous = azure.store.find(objectId(vault, 'keys', name));
  const number = nextNumber(vault, 'keys', name, azure);
  const kid = addressOf(vault, 'keys', name, versionName(vault, 'keys', name, number));
  return shown(
    keep(
      vault,
      'keys',
      name,
      {
        versions: number,
        currentVersion: kid,
        key: { kid, kty, key_ops: keyOps, ...(kty.startsWith('RSA') ? rsaKey(size) : ecKey(crv)) },
        attributes: attributesIn(vault, body['attributes']),
        tags: body['tags'] ?? {},
        rotationPolicy: previous?.properties['rotationPolicy'],
      },
      azure,
    ),
  );
}

/** What is wrong with a key that is to be created. */
function problemOf(vault: Resource, { kty, key_size: size, crv, key_ops: keyOps }: Required<KeyWishes>) {
  const { name: sku } = vault.properties['sku'] as { readonly name: string };
  if (!['RSA', 'RSA-HSM', 'EC', 'EC-HSM'].includes(kty)) {
    return `Property kty must be one of RSA, RSA-HSM, EC, EC-HSM, got '${kty}'.`;
  }
  if (kty.endsWith('-HSM') && sku !== 'premium') {
    return `Keys of type ${kty} are only supported in a premium vault; ${vault.name} is ${sku}.`;
  }
  if (kty.startsWith('RSA') && !rsaSizes.includes(size)) {
    return `Property key_size must be one of ${rsaSizes.join(', ')}, got ${size}.`;
  }
  if (kty.startsWith('EC') && !curves.includes(crv)) {
    return `Property crv must be one of ${curves.join(', ')}, got '${crv}'.`;
  }
  const unknown = keyOps.find((operation) => !operations.includes(operation));
  return unknown === undefined ? undefined : `Property key_ops has unknown operation '${unknown}'.`;
}

function rotate({ vault, name }: VaultRequest, azure: Azure): JsonObject {
  const { key, attributes, tags } = findObject(vault, 'keys', name, azure).properties;
  const { n } = key as { readonly n?: string };
  const size = n === undefined ? undefined : Buffer.from(n, 'base64url').length * 8;
  return create({ vault, name, body: { ...(key as JsonObject), key_size: size, attributes, tags } }, azure);
}

function update({ vault, name, version, body }: VaultRequest, azure: Azure): JsonObject {
  const { properties } = findObject(vault, 'keys', name, azure, version);
  const { key_ops: keyOps } = body;
  return shown(
    keep(
      vault,
      'keys',
      name,
      {
        ...changed(properties, body),
        key: { ...(properties['key'] as JsonObject), ...(keyOps && { key_ops: keyOps }) },
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
  const problem = rotationProblem(body);
  if (problem !== undefined) {
    throw new VaultError(400, 'BadParameter', problem);
  }
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
