import { type Azure } from '../azure';
import { type JsonObject } from './json';
import { type Resource } from './resource';
import { type ResourceType } from './resource-type';

/** A resource as an answer shows it: with its parts, what its service computes, and the state of its provisioning. */
export function shown(resource: Resource, type: ResourceType, azure: Azure): JsonObject {
  const parts = Object.entries(type.children ?? {}).map(([collection, types]) => [
    collection,
    types.flatMap((part) => azure.store.children(resource.id, part.type).map((child) => shown(child, part, azure))),
  ]);
  return {
    ...resource,
    etag: 'W/"1"',
    properties: {
      ...resource.properties,
      ...(Object.fromEntries(parts) as JsonObject),
      ...type.show?.(resource, azure),
      provisioningState: azure.operations.on(resource.id)?.kind ?? 'Succeeded',
    },
  };
}
