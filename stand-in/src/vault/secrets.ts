import { type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type CollectionActions, type VaultRequest } from './data-plane';
import { addressOf, attributesWith, findObject, keep, versionName } from './vault-contents';

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
  const number = Number(azure.store.find(`${vault.id}/secrets/${name}`)?.properties['versions'] ?? 0) + 1;
  return shown(
    keep(
      vault,
      'secrets',
      name,
      {
        versions: number,
        id: addressOf(vault, 'secrets', name, versionName(vault, 'secrets', name, number)),
        value: body['value'],
        contentType: body['contentType'],
        attributes: attributesWith(body['attributes']),
        tags: body['tags'] ?? {},
      },
      azure,
    ),
  );
}

function update({ vault, name, body }: VaultRequest, azure: Azure): JsonObject {
  const { properties } = findObject(vault, 'secrets', name, azure);
  return shown(keep(vault, 'secrets', name, { ...properties, ...body }, azure));
}
