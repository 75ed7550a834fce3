import type { Estate, EstateResource, PathIndex } from '../estate';
import type { Draft } from '../values/own';
import { dictionary, own, put } from '../values/own';
import { resolveKnownIds } from './known-ids';
import type { Stack, StackResource } from './stack';

type References = ReadonlyMap<string, ReadonlySet<string>>;
type Referrers = Draft<Draft<string[]>>;

/** Joins the resources of all stacks into one document, with the reverse of every reference. */
export function assembleEstate(stacks: readonly Stack[]): Estate {
  const resources = stacks.flatMap((stack) => stack.resources()).sort(byTypeAndKey);
  const references = resolveKnownIds(resources);
  const referrers = reverse(resources, references);

  const byType = dictionary<Draft<EstateResource>>();
  for (const resource of resources) {
    const { key, type } = resource;
    const ofType = (byType[type] ??= dictionary<EstateResource>());
    ofType[key] = {
      ...resource,
      references: pathIndex(references.get(key) ?? resource.references),
      referrers: referrers.get(key) ?? {},
    };
  }
  return { format: 'iris-azure/estate', version: 1, stacks: stacks.map((stack) => stack.name), resources: byType };
}

function reverse(resources: readonly StackResource[], known: ReadonlyMap<string, References>): Map<string, Referrers> {
  const exists = new Set(resources.map((resource) => resource.key));
  const referrers = new Map<string, Referrers>();
  for (const { key, type, references } of resources) {
    for (const [path, targets] of known.get(key) ?? references) {
      const plain = withoutIndexes(path);
      for (const target of targets) {
        if (!exists.has(target)) continue;
        let ofTarget = referrers.get(target);
        if (ofTarget === undefined) referrers.set(target, (ofTarget = {}));
        const sources = entry(entry(ofTarget, type, newIndex), plain, newList);
        // Two blocks of one resource share a path here; its entries follow each other.
        if (sources.at(-1) !== key) sources.push(key);
      }
    }
  }
  return referrers;
}

function pathIndex(references: References): PathIndex {
  const index: Draft<readonly string[]> = {};
  for (const [path, targets] of references) put(index, path, targets.size > 1 ? [...targets].sort() : [...targets]);
  return index;
}

/** An own entry of an object, made if it is new. */
function entry<T>(target: Draft<T>, key: string, make: () => T): T {
  let value = own(target, key);
  if (value === undefined) put(target, key, (value = make()));
  return value;
}

const newIndex = (): Draft<string[]> => ({});
const newList = (): string[] => [];

const INDEX = /^\d+$/;

function withoutIndexes(path: string): string {
  if (!path.includes('.')) return path;
  return path
    .split('.')
    .filter((part) => !INDEX.test(part))
    .join('.');
}

function byTypeAndKey(a: StackResource, b: StackResource): number {
  return compare(a.type, b.type) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
