import { type Azure } from '../azure';
import { ArmError, notFound } from './arm-error';
import { checkName, checkTags, locationOf } from './envelope';
import { withIdentities } from './identities';
import { isObject, type JsonObject, merged, withoutNulls } from './json';
import { checkLocks } from './locks';
import { checkReferences } from './references';
import { type Resource } from './resource';
import { ResourceId } from './resource-id';
import { type ResourceType, segmentOf } from './resource-type';
import { shaped } from './shape';
import { shown } from './show';

/** What a PUT did. */
export interface Written {
  readonly resource: Resource;
  readonly created: boolean;
  /** Puts back what was there before, as an operation does that fails. */
  readonly undo: () => void;
}

/** A resource and its type. */
interface Draft {
  readonly resource: Resource;
  readonly type: ResourceType;
  readonly previous: Resource | undefined;
}

/**
 * Creates a resource, or replaces it: all that is wrong with it is refused before anything is kept.
 *
 * @throws ArmError for what Resource Manager or the service refuses.
 */
export function put(id: string, type: ResourceType, body: JsonObject, azure: Azure): Written {
  const { store } = azure;
  const before = store.within(id);
  checkScope(ResourceId.parse(id), type, azure);
  checkLocks(id, 'write', azure);
  checkIdle(id, azure);
  return store.transaction(() => {
    const drafts = draftsOf(id, type, body, azure, undefined);
    for (const draft of drafts) {
      checkReferences(draft.resource, draft.type, azure);
    }
    // Parts before the whole: what a service says of the whole rests on its parts.
    for (const { resource, type: draftType, previous } of drafts.toReversed()) {
      draftType.check?.(resource, azure, previous);
      const complete = draftType.complete?.(resource, azure, previous) ?? resource;
      store.put(withIdentities(withoutNulls(complete)));
    }
    const undo = () => {
      store.remove(id);
      before.forEach((resource) => store.put(resource));
    };
    return { resource: found(id, azure), created: drafts[0]?.previous === undefined, undo };
  });
}

/** Changes part of a resource: a PUT of what it shows, with the changes. */
export function patch(id: string, type: ResourceType, changes: JsonObject, azure: Azure): Written {
  return put(id, type, merged(shown(found(id, azure), type, azure), changes), azure);
}

/** A resource that must be there. */
export function found(id: string, { store }: Azure): Resource {
  const resource = store.find(id);
  if (!resource) {
    const { type, name } = ResourceId.parse(id);
    throw notFound('ResourceNotFound', `The Resource '${type}/${name}' was not found: ${id}`);
  }
  return resource;
}

/** Puts a resource and the parts that its body names into the store; parts that it no longer names are removed. */
function draftsOf(
  id: string,
  type: ResourceType,
  rawBody: JsonObject,
  azure: Azure,
  parent: ResourceType | undefined,
): readonly Draft[] {
  const { store } = azure;
  const { name, type: writtenType } = ResourceId.parse(id);
  const previous = store.find(id);
  checkName(name, type);
  const partsInBody = partsOf(rawBody, type);
  const body = withoutNulls(shaped(type.shape, withoutNulls(withoutParts(rawBody, type)), type.type));
  checkTags(body['tags']);
  const isPart = parent !== undefined || type.type.split('/').length > 2;
  const location = locationOf(body, { location: isPart ? 'none' : 'region', ...type }, previous);
  const resource: Resource = {
    ...body,
    id: previous?.id ?? id,
    name: previous?.name ?? name,
    type: type.type || writtenType,
    location,
    properties: isObject(body['properties']) ? body['properties'] : {},
  };
  store.put(resource);
  const parts = partsInBody.map((part) => ({ ...part, id: partId(id, part.type, part.name) }));
  removeUnnamed(id, rawBody, type, new Set(parts.map((part) => part.id.toLowerCase())), azure);
  return [
    { resource, type, previous },
    ...parts.flatMap((part) => draftsOf(part.id, part.type, part.body, azure, type)),
  ];
}

interface Part {
  readonly type: ResourceType;
  readonly name: string;
  readonly body: JsonObject;
}

function partId(parent: string, type: ResourceType, name: string): string {
  return ResourceId.parse(parent).child(segmentOf(type), name).text;
}

/** Parts in a body: each with a name, and of the type that it says, if its collection holds several. */
function partsOf(body: JsonObject, { children = {} }: ResourceType): readonly Part[] {
  const properties = isObject(body['properties']) ? body['properties'] : {};
  return Object.entries(children).flatMap(([collection, types]) => {
    const items = properties[collection];
    return (Array.isArray(items) ? (items as readonly JsonObject[]) : []).map((item) => {
      const said = typeof item['type'] === 'string' ? item['type'].toLowerCase() : undefined;
      const type = types.find((candidate) => candidate.type.toLowerCase() === said) ?? types[0];
      if (type === undefined || typeof item['name'] !== 'string') {
        throw new ArmError(400, 'InvalidRequestFormat', `Each of ${collection} must have a name.`);
      }
      return { type, name: item['name'], body: item };
    });
  });
}

function withoutParts(body: JsonObject, { children = {} }: ResourceType): JsonObject {
  if (!isObject(body['properties'])) {
    return body;
  }
  const properties = Object.fromEntries(
    Object.entries(body['properties']).filter(([property]) => !(property in children)),
  );
  return { ...body, properties };
}

/** A collection that a body gives holds what the body names and nothing else; one that it leaves out stays as it is. */
function removeUnnamed(
  id: string,
  body: JsonObject,
  { children = {} }: ResourceType,
  named: ReadonlySet<string>,
  azure: Azure,
): void {
  const properties = isObject(body['properties']) ? body['properties'] : {};
  for (const [collection, types] of Object.entries(children)) {
    if (!Array.isArray(properties[collection])) {
      continue;
    }
    for (const type of types) {
      for (const part of azure.store.children(id, type.type)) {
        if (!named.has(part.id.toLowerCase())) {
          type.checkDelete?.(part, azure);
          azure.store.remove(part.id);
        }
      }
    }
  }
}

/** What a resource lies in must be there. */
function checkScope(id: ResourceId, type: ResourceType, { store }: Azure): void {
  const { resourceGroup, parent } = id;
  if (resourceGroup && resourceGroup.key !== id.key && !store.find(resourceGroup.text)) {
    throw notFound('ResourceGroupNotFound', `Resource group '${resourceGroup.name}' could not be found.`);
  }
  const isTop = parent === undefined || parent.type === 'Microsoft.Resources/subscriptions';
  if (!isTop && !type.parentImplied && !store.find(parent.text)) {
    throw notFound(
      'ParentResourceNotFound',
      `Failed to perform 'write' on resource(s) of type '${type.type}', because the parent resource '${parent.text}' could not be found.`,
    );
  }
}

/**
 * A resource on which work is in progress takes no other.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors (AnotherOperationInProgress)
 */
export function checkIdle(id: string, { operations }: Azure): void {
  const operation = operations.on(id);
  if (operation) {
    operations.poll(operation.id);
    throw new ArmError(
      409,
      'AnotherOperationInProgress',
      `Another operation on this or dependent resource is in progress: ${operation.kind} ${operation.target.text}.`,
      0,
    );
  }
}
