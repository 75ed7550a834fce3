import type { JsonObject, JsonValue } from '../estate';
import { isList, isObject } from './unknown';

/** Whether a value has more parts and characters than a limit; stops counting there. */
export function exceeds(value: JsonValue, limit: number): boolean {
  if (typeof value === 'string') return value.length > limit;
  if (!isList(value) && !isObject(value)) return false;
  let left = limit;
  const pending: JsonValue[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    left -= typeof next === 'string' ? next.length : 1;
    if (left < 0) return true;
    if (isList(next)) for (const item of next) pending.push(item);
    else if (isObject(next)) for (const key of Object.keys(next)) pending.push(next[key] ?? null);
  }
  return false;
}

/** Whether a value is nested deeper than a limit; visits every part once and allocates nothing. */
export function deeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (isList(value)) return value.some((item) => deeperThan(item, limit - 1));
  for (const key in value) {
    if (deeperThan((value as JsonObject)[key], limit - 1)) return true;
  }
  return false;
}
