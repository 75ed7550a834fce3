import type { JsonValue } from '../estate';
import { isList, isObject, UNKNOWN } from './unknown';
import { mapObject } from './own';

/** What a sensitive text reads in an estate: that it is set may be judged, what it says never leaves the plan. */
export const SENSITIVE = '(sensitive)';

/**
 * Hides a sensitive value and keeps its presence.
 *
 * Null stays null, a text becomes `(sensitive)`, a number or boolean becomes unknown (any stand-in would be judged as
 * if it were the value), and lists and objects keep their shape.
 */
export function masked(value: JsonValue): JsonValue {
  if (value === null) return null;
  if (typeof value === 'string') return SENSITIVE;
  if (isList(value)) return value.map(masked);
  if (isObject(value)) return mapObject(value, masked);
  return UNKNOWN;
}
