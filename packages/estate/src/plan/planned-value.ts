import type { JsonObject, JsonValue } from '../estate';
import { isMapAttribute } from '../values/blocks';
import type { Draft } from '../values/own';
import { own, put } from '../values/own';
import { masked } from '../values/sensitive';
import { isList, isObject, UNKNOWN } from '../values/unknown';

type Mark = JsonValue | undefined;

/** Stands for the type within a map, where nothing is a block. */
const NO_BLOCKS = '';

/**
 * The attributes of a planned resource in the normal form.
 *
 * An empty text is null, as everywhere but in maps: within a block of a set, the provider plans one for what is left
 * out. A sensitive mark on a whole block hides each text in it, and not what is unknown or left out.
 *
 * @param type the resource's type, which tells maps from blocks
 * @param after the planned values; what is unknown is missing or null in it
 * @param unknown the same shape, with true where a value is known only after apply
 * @param sensitive the same shape, with true where a value is sensitive
 */
export function plannedAttributes(type: string, after: Mark, unknown: Mark, sensitive: Mark): JsonObject {
  const block: Draft = {};
  for (const name of keysOf(after, unknown)) {
    put(block, name, attribute(type, name, part(after, name), part(unknown, name), part(sensitive, name)));
  }
  return block;
}

function attribute(type: string, name: string, after: Mark, unknown: Mark, sensitive: Mark): JsonValue {
  if (isMapAttribute(type, name)) return merged(NO_BLOCKS, after, unknown, sensitive);
  if (after === '') return null;
  const value = merged(type, after, unknown, sensitive);
  return isObject(value) && value !== UNKNOWN ? [value] : value;
}

function merged(type: string, after: Mark, unknown: Mark, sensitive: Mark): JsonValue {
  if (unknown === true) return UNKNOWN;
  if (isList(after)) {
    return after.map((item, index) => merged(type, item, itemOf(unknown, index), itemOf(sensitive, index)));
  }
  if (isObject(after)) return plannedAttributes(type, after, unknown, sensitive);
  if (after === undefined) return null;
  return sensitive === true ? masked(after) : after;
}

function keysOf(after: Mark, unknown: Mark): readonly string[] {
  if (!isObject(after)) return isObject(unknown) ? Object.keys(unknown) : [];
  const keys = Object.keys(after);
  if (isObject(unknown)) {
    for (const key of Object.keys(unknown)) if (!Object.hasOwn(after, key)) keys.push(key);
  }
  return keys;
}

/** A mark that covers a whole object covers each part of it. */
function part(marks: Mark, name: string): Mark {
  if (marks === true) return true;
  return isObject(marks) ? own(marks, name) : undefined;
}

function itemOf(marks: Mark, index: number): Mark {
  if (marks === true) return true;
  return isList(marks) ? marks[index] : undefined;
}
