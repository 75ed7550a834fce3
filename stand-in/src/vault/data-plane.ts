import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { isObject, type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { checkVersion } from '../arm/resource-manager';
import { type Azure } from '../azure';
import { hosts } from '../hosts';
import { certificateActions } from './certificates';
import { findVault } from './find-object';
import { keyActions } from './keys';
import { secretActions } from './secrets';
import { checkAccess } from './vault-access';
import { type Collection, findDeleted, findObject, objectId, purge, recover, softDelete } from './vault-contents';
import { VaultError } from './vault-error';

/** A request to a vault. */
export interface VaultRequest {
  readonly vault: Resource;
  /** Name of the key, secret or certificate. */
  readonly name: string;
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

/** Versions of the vault's interface: numbers at first, dates since 2025. */
const versions = /^(7\.\d|20\d\d-[01]\d-[0-3]\d)$/;

const host = new RegExp(`\\.${hosts.keyVault.replaceAll('.', '\\.')}$`);

/**
 * Adds the addresses at which vaults are written and read.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/
 */
export function addVaults(app: FastifyInstance, azure: Azure): void {
  for (const collection of [keyActions, secretActions, certificateActions]) {
    addCollection(app, collection, azure);
  }
}

function addCollection(app: FastifyInstance, { collection, actions, shown }: CollectionActions, azure: Azure): void {
  for (const { method, path, dataAction, status = 200, act } of actions) {
    add(method, `/${collection}${path}`, dataAction, (request) => act(request, azure), status);
  }
  const get = (request: VaultRequest) =>
    shown(findObject(request.vault, collection, request.name, azure), request.vault);
  const read = collection === 'secrets' ? 'secrets/getSecret/action' : `${collection}/read`;
  for (const path of ['/:name', '/:name/', '/:name/:version']) {
    add('GET', `/${collection}${path}`, read, get);
  }
  add('DELETE', `/${collection}/:name`, `${collection}/delete`, ({ vault, name }) => {
    const object = findObject(vault, collection, name, azure);
    softDelete(object, azure);
    return {
      ...shown(object, vault),
      recoveryId: `${String(vault.properties['vaultUri'])}deleted${collection}/${name}`,
    };
  });
  const deleted = ({ vault, name }: VaultRequest) => findDeleted(vault, collection, name, azure);
  add('GET', `/deleted${collection}/:name`, read, (request) => shown(deleted(request), request.vault));
  add('POST', `/deleted${collection}/:name/recover`, `${collection}/recover/action`, (request) => {
    const object = deleted(request);
    recover(object, azure);
    return shown(object, request.vault);
  });
  add(
    'DELETE',
    `/deleted${collection}/:name`,
    `${collection}/purge/action`,
    (request) => {
      purge(request.vault, deleted(request), azure);
      return {};
    },
    204,
  );

  function add(
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    dataAction: string,
    answer: (request: VaultRequest) => JsonObject | Promise<JsonObject>,
    status = 200,
  ): void {
    app.route({
      method,
      url,
      constraints: { host },
      preHandler: async (request) => checkVersion(request, versions),
      handler: async (request, reply) => {
        const vaultRequest = readRequest(request, azure);
        const { vault, name } = vaultRequest;
        checkAccess(vault, objectId(vault, collection, name), dataAction, azure);
        return reply.code(status).send(await answer(vaultRequest));
      },
    });
  }
}

function readRequest({ hostname, params, body }: FastifyRequest, azure: Azure): VaultRequest {
  const vault = findVault(hostname, azure);
  if (!vault) {
    // Without a vault there is no such host, and the name would not be resolved.
    throw new VaultError(404, 'VaultNotFound', `There is no vault at ${hostname}.`);
  }
  const { name = '' } = params as { readonly name?: string };
  return { vault, name, body: isObject(body) ? body : {} };
}
