import type { JsonValue } from '../estate';
import type { Step } from '../hcl/syntax';
import { own } from '../values/own';
import { isList, isObject, isUnknown, UNKNOWN } from '../values/unknown';

/** A step whose index, if it has one, is worked out; `undefined` where that is known only after apply. */
export type KnownStep =
  { readonly kind: 'splat' } | { readonly kind: 'key'; readonly key: string | number | undefined };

/**
 * Follows steps into a value.
 *
 * @returns the part; unknown when any step leads into what is unknown or missing
 */
export function select(value: JsonValue, steps: readonly KnownStep[]): JsonValue {
  let current = value;
  for (const [position, step] of steps.entries()) {
    if (isUnknown(current)) return UNKNOWN;
    if (step.kind === 'splat') {
      const items = isList(current) ? current : [current];
      return items.map((item) => select(item, steps.slice(position + 1)));
    }
    const part = partOf(current, step.key);
    if (part === undefined) return UNKNOWN;
    current = part;
  }
  return current;
}

function partOf(value: JsonValue, key: string | number | undefined): JsonValue | undefined {
  if (key === undefined) return undefined;
  if (isList(value)) return value[Number(key)];
  return isObject(value) ? own(value, String(key)) : undefined;
}

/** The name that an attribute step, or an index by text, gives; undefined for any other step. */
export function stepName(step: Step | undefined): string | undefined {
  if (step?.kind === 'attribute') return step.name;
  return step?.kind === 'index' && typeof step.key === 'string' ? step.key : undefined;
}
