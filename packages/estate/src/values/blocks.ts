import type { JsonObject, JsonValue } from '../estate';
import maps from './map-attributes.json';
import { mapObject } from './own';
import { isList, isObject, isUnknown } from './unknown';

const MAPS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(maps).map(([type, names]) => [type, new Set(names)]),
);

/**
 * Whether an attribute of a resource type holds a map, at any depth, rather than a nested block.
 *
 * Known for azurerm's types; of any other provider's type every object is taken as it is.
 */
export function isMapAttribute(type: string, name: string): boolean {
  return name === 'tags' || !type.startsWith('azurerm_') || MAPS.get(type)?.has(name) === true;
}

/**
 * Brings an attribute into the one form that policies read: a nested block is a list, also where the source allows a
 * single block to be an object; a map stays an object. An empty text, by which azurerm means nothing, is null.
 */
export function normalizedAttribute(type: string, name: string, value: JsonValue): JsonValue {
  if (isMapAttribute(type, name)) return value;
  if (value === '') return null;
  if (isList(value)) return value.map((item) => (isBlock(item) ? normalizedBlock(type, item) : listItem(type, item)));
  if (!isBlock(value)) return value;
  return [normalizedBlock(type, value)];
}

function listItem(type: string, item: JsonValue): JsonValue {
  return isList(item) ? normalizedAttribute(type, '', item) : item;
}

/** The same for every attribute of a block, or of a whole resource. */
export function normalizedBlock(type: string, block: JsonObject): JsonObject {
  return mapObject(block, (value, name) => normalizedAttribute(type, name, value));
}

/** Whether a value is an object that is not the mark of an unknown value. */
export function isBlock(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && !isUnknown(value);
}

/** Whether a list holds blocks, which are told apart by index, rather than plain values. */
export function isBlockList(value: readonly JsonValue[]): value is readonly JsonObject[] {
  return value.length > 0 && value.every(isBlock);
}
