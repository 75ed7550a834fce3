import type { Evaluated } from '../link/stack';

/** Names that exist within one resource instance or one dynamic block, such as `each.value` and `count.index`. */
export type Scope = ReadonlyMap<string, ReadonlyMap<string, Evaluated>>;

/** The scope of anything outside a repeated resource. */
export const NO_SCOPE: Scope = new Map();

/** A scope with `each.key` and `each.value`, or the same under a dynamic block's iterator name. */
export function withElement(scope: Scope, iterator: string, key: Evaluated, value: Evaluated): Scope {
  return new Map([
    ...scope,
    [
      iterator,
      new Map([
        ['key', key],
        ['value', value],
      ]),
    ],
  ]);
}

/** A scope with `count.index`. */
export function withCount(index: number): Scope {
  return new Map([['count', new Map([['index', { value: index, targets: [] }]])]]);
}
