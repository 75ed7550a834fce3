import type { JsonObject, JsonValue, Unknown } from '../estate';

/** The one value that stands for "known after apply". */
export const UNKNOWN: Unknown & JsonObject = Object.freeze({ $unknown: true });

/** Whether a value is known only after apply. */
export function isUnknown(value: JsonValue | undefined): value is Unknown & JsonObject {
  return isObject(value) && value['$unknown'] === true;
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON list. */
export function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}
