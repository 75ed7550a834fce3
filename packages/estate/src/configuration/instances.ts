import { EstateError } from '../estate-error';
import type { JsonObject, JsonValue } from '../estate';
import type { Evaluated } from '../link/stack';
import { isList, isObject, isUnknown } from '../values/unknown';
import type { Scope } from './scope';
import { NO_SCOPE, withCount, withElement } from './scope';

/** More instances than any real count: beyond it a typing error is likelier than a need. */
const MAX_INSTANCES = 10_000;

/** A `resource` block of a configuration. */
export interface ResourceBlock {
  /** The resource's type. */
  readonly type: string;
  /** The resource's name. */
  readonly name: string;
  /** The arguments and nested blocks. */
  readonly body: JsonObject;
}

/** One instance of a resource block. */
export interface Instance {
  /** The block that it is an instance of. */
  readonly block: ResourceBlock;
  /** Its key in the estate. */
  readonly key: string;
  /** Terraform's address of it. */
  readonly address: string;
  /** The key in brackets; undefined for a block without repetition and for a stand-in. */
  readonly index: string | number | undefined;
  /** What `each` and `count` stand for in it. */
  readonly scope: Scope;
}

/** The instances of a block, and what is known about their number. */
export interface Expansion {
  /** `single`: no repetition; `known`: every instance is listed; `unknown`: one stand-in for all. */
  readonly kind: 'single' | 'known' | 'unknown';
  /** The instances, or the one stand-in. */
  readonly instances: readonly Instance[];
}

/** An element of a repetition: an instance key, a map's key or a list's index, with its value. */
interface Element {
  readonly key: string | number;
  readonly value: JsonValue;
}

/**
 * The instances that a resource block stands for.
 *
 * With a `count` or `for_each` that only Terraform can compute, one stand-in without an instance key takes the place
 * of all instances, and `each.key`, `each.value` and `count.index` are unknown in it.
 */
export function expand(
  block: ResourceBlock,
  stack: string,
  file: string,
  evaluate: (node: JsonValue) => Evaluated,
): Expansion {
  const address = `${block.type}.${block.name}`;
  const instance = (index: string | number | undefined, scope: Scope): Instance => {
    const full = index === undefined ? address : `${address}[${JSON.stringify(index)}]`;
    return { block, key: `${stack}/${full}`, address: full, index, scope };
  };
  const { count, for_each: forEach } = block.body;
  if (count !== undefined && count !== null) {
    const total = wholeNumber(evaluate(count).value);
    if (total === undefined) return { kind: 'unknown', instances: [instance(undefined, NO_SCOPE)] };
    assertReasonable(total, address, file);
    return { kind: 'known', instances: Array.from({ length: total }, (_, index) => instance(index, withCount(index))) };
  }
  if (forEach !== undefined && forEach !== null) {
    const collection = evaluate(forEach);
    const { targets } = collection;
    const elements = elementsOf(collection.value);
    if (elements === undefined) {
      const scope = withElement(NO_SCOPE, 'each', { value: collection.value, targets: [] }, collection);
      return { kind: 'unknown', instances: [instance(undefined, scope)] };
    }
    assertReasonable(elements.length, address, file);
    const instances = elements.map(({ key, value }) => {
      // A set's elements are their own keys.
      const name = isList(collection.value) ? asKey(value) : String(key);
      return instance(name, withElement(NO_SCOPE, 'each', { value: name, targets: [] }, { value, targets }));
    });
    return { kind: 'known', instances };
  }
  return { kind: 'single', instances: [instance(undefined, NO_SCOPE)] };
}

/** The elements of a known list or map; undefined for anything else. */
export function elementsOf(collection: JsonValue): readonly Element[] | undefined {
  if (isList(collection)) return collection.map((value, key) => ({ key, value }));
  if (!isObject(collection) || isUnknown(collection)) return undefined;
  return Object.entries(collection).map(([key, value]) => ({ key, value }));
}

function asKey(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wholeNumber(value: JsonValue): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

function assertReasonable(total: number, address: string, file: string): void {
  if (total <= MAX_INSTANCES) return;
  throw new EstateError(file, `${address} has ${total} instances, at most ${MAX_INSTANCES} are read; lower its count`);
}
