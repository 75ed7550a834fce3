import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { isObject, type JsonObject, without } from '../arm/json';
import { checkVersion } from '../arm/resource-manager';
import { type Azure } from '../azure';
import { hosts } from '../hosts';
import { certificateActions } from './certificates';
import { findVault } from './find-object';
import { keyActions } from './keys';
import { secretActions } from './secrets';
import { checkAccess } from './vault-access';
import { type CollectionActions, type VaultRequest } from './vault-action';
import { addressOf, findDeleted, findObject, objectId, purge, recover, softDelete } from './vault-contents';
import { VaultError } from './vault-error';

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
  const get = ({ vault, name, version }: VaultRequest) =>
    shown(findObject(vault, collection, name, azure, version), vault);
  const read = collection === 'secrets' ? 'secrets/getSecret/action' : `${collection}/read`;
  for (const path of ['/:name', '/:name/', '/:name/:version']) {
    add('GET', `/${collection}${path}`, read, get);
  }
  const type = `Microsoft.KeyVault/vaults/${collection}`;
  const list = collection === 'secrets' ? 'secrets/readMetadata/action' : `${collection}/read`;
  add('GET', `/${collection}`, list, ({ vault }) => ({
    value: azure.store.children(vault.id, type).map((object) => listed(shown(object, vault))),
  }));
  add('GET', `/${collection}/:name/versions`, list, ({ vault, name }) => ({
    value: azure.store
      .children(findObject(vault, collection, name, azure).id, `${type}/versions`)
      .map((object) => listed(shown(object, vault))),
  }));
  add('DELETE', `/${collection}/:name`, `${collection}/delete`, ({ vault, name }) => {
    const object = findObject(vault, collection, name, azure);
    softDelete(vault, collection, name, azure);
    return {
      ...shown(object, vault),
      recoveryId: addressOf(vault, `deleted${collection}`, name),
    };
  });
  const deleted = ({ vault, name }: VaultRequest) => findDeleted(vault, collection, name, azure);
  add('GET', `/deleted${collection}/:name`, read, (request) => shown(deleted(request), request.vault));
  add('POST', `/deleted${collection}/:name/recover`, `${collection}/recover/action`, (request) => {
    const object = deleted(request);
    recover(request.vault, collection, request.name, azure);
    return shown(object, request.vault);
  });
  add(
    'DELETE',
    `/deleted${collection}/:name`,
    `${collection}/purge/action`,
    (request) => {
      deleted(request);
      purge(request.vault, collection, request.name, azure);
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
        checkAccess(vault, name === '' ? vault.id : objectId(vault, collection, name), dataAction, azure);
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
  const { name = '', version } = params as { readonly name?: string; readonly version?: string };
  return { vault, name, version: version === '' ? undefined : version, body: isObject(body) ? body : {} };
}

/** An item of a list: what lies there, without what only a look at itself shows. */
function listed(object: JsonObject): JsonObject {
  const { key } = object;
  return { ...without(object, 'key', 'value', 'policy', 'cer'), ...(isObject(key) && { kid: key['kid'] }) };
}
