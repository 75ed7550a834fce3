import { type JsonObject, without } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type CollectionActions, type VaultRequest } from './vault-action';
import { addressOf, attributesIn, changed, findObject, keep, nextNumber, versionName } from './vault-contents';
import { VaultError } from './vault-error';

/** @see https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const longestValue = 25 * 1024;

/** What a vault does with secrets. */
export const secretActions: CollectionActions = {
  collection: 'secrets',
  shown,
  actions: [
    { method: 'PUT', path: '/:name', dataAction: 'secrets/setSecret/action', act: set },
    { method: 'PATCH', path: '/:name/:version', dataAction: 'secrets/update/action', act: update },
  ],
};

function shown({ properties }: Resource): JsonObject {
  const { value, id, contentType, attributes, tags, managed, kid } = properties;
  return { value, id, contentType, attributes, tags, managed, kid };
}

function set({ vault, name, body }: VaultRequest, azure: Azure): JsonObject {
  const { value } = body;
  if (typeof value !== 'string' || Buffer.byteLength(value) > longestValue) {
    throw new VaultError(
      400,
      'BadParameter',
      `Property value of secret ${name} must be a text of ${longestValue} bytes or less.`,
    );
  }
  const number = nextNumber(vault, 'secrets', name, azure);
  return shown(
    keep(
      vault,
      'secrets',
      name,
      {
        versions: number,
        id: addressOf(vault, 'secrets', name, versionName(vault, 'secrets', name, number)),
        value,
        contentType: body['contentType'],
        attributes: attributesIn(vault, body['attributes']),
        tags: body['tags'] ?? {},
      },
      azure,
    ),
  );
}

/** An update changes everything but the value, which it does not show. */
function update({ vault, name, version, body }: VaultRequest, azure: Azure): JsonObject {
  const { properties } = findObject(vault, 'secrets', name, azure, version);
  return without(shown(keep(vault, 'secrets', name, changed(properties, body), azure)), 'value');
}
