import type { JsonObject, JsonValue } from '../estate';

/** A JSON object under construction. */
export type Draft<T = JsonValue> = Record<string, T>;

/**
 * Sets an own property, whatever its name.
 *
 * A plain assignment to `__proto__` would replace the prototype instead; JSON from outside may carry that key.
 */
export function put<T>(target: Draft<T>, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** An own property's value, or undefined; never one inherited from `Object.prototype`. */
export function own<T>(source: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

/** A copy of an object with every value passed through a function. */
export function mapObject(source: JsonObject, change: (value: JsonValue, key: string) => JsonValue): JsonObject {
  const copy: Draft = {};
  for (const key of Object.keys(source)) put(copy, key, change(source[key] as JsonValue, key));
  return copy;
}

/** An object without a prototype, for keys that come from outside. */
export function dictionary<T>(): Draft<T> {
  return Object.create(null) as Draft<T>;
}
