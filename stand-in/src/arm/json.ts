/** Any value of JSON. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** An object of JSON; a name that is not there reads as undefined. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Whether a value is an object with names, neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy without what is null or undefined, in objects at every depth: the services take null as not given. */
export function withoutNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(withoutNulls) as Value;
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, withoutNulls(member)]),
  ) as Value;
}

/** A copy without these members. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** A JSON merge patch (RFC 7386) applied: null removes, objects merge, all else replaces. */
export function merged(target: JsonObject, patch: JsonObject): JsonObject {
  const result: Record<string, JsonValue | undefined> = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const old = result[name];
    result[name] = isObject(value) && isObject(old) ? merged(old, value) : value;
  }
  return withoutNulls(result);
}
