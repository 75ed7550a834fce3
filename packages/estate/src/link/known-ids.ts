import type { JsonValue } from '../estate';
import { isBlockList } from '../values/blocks';
import { isList, isObject } from '../values/unknown';
import type { StackResource } from './stack';

type References = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * References by the ids that a plan already knows: of a resource that exists, or of a stack deployed before.
 *
 * Where every value at a path is the id of a resource in the estate, those resources are the references, which is
 * narrower than what the configuration mentions; where only some are, both are joined. Azure's ids ignore case.
 *
 * @returns the references of the resources for which anything was found
 */
export function resolveKnownIds(resources: readonly StackResource[]): ReadonlyMap<string, References> {
  const owners = idOwners(resources);
  const resolved = new Map<string, References>();
  if (owners.size === 0) return resolved;
  for (const resource of resources) {
    const found = new Map<string, Found>();
    for (const name of Object.keys(resource.values)) {
      if (name !== 'id') search(name, resource.values[name] ?? null, owners, found);
    }
    if (found.size > 0) resolved.set(resource.key, joined(resource, found));
  }
  return resolved;
}

interface Found {
  readonly targets: ReadonlySet<string>;
  readonly complete: boolean;
}

/** Which resource an id belongs to. */
function idOwners(resources: readonly StackResource[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { key, values } of resources) {
    const id = values['id'];
    if (typeof id !== 'string' || id === '') continue;
    // An association has its subject's id as its own: the subject is the owner.
    const borrowed = Object.keys(values).some((name) => name !== 'id' && values[name] === id);
    if (!borrowed) owners.set(id.toLowerCase(), key);
  }
  return owners;
}

function search(path: string, value: JsonValue, owners: ReadonlyMap<string, string>, found: Map<string, Found>): void {
  if (isList(value) && isBlockList(value)) {
    value.forEach((block, index) => {
      for (const inner of Object.keys(block)) {
        search(`${path}.${index}.${inner}`, block[inner] ?? null, owners, found);
      }
    });
    return;
  }
  const targets = new Set<string>();
  const complete = collect(value, owners, targets);
  if (targets.size > 0) found.set(path, { targets, complete });
}

/** Adds the owners of the ids in a value; whether every text in it was such an id. */
function collect(value: JsonValue, owners: ReadonlyMap<string, string>, targets: Set<string>): boolean {
  if (typeof value === 'string') {
    const owner = owners.get(value.toLowerCase());
    if (owner !== undefined) targets.add(owner);
    return owner !== undefined;
  }
  if (isList(value)) return value.map((item) => collect(item, owners, targets)).every(Boolean);
  if (isObject(value)) {
    return Object.keys(value)
      .map((key) => collect(value[key] ?? null, owners, targets))
      .every(Boolean);
  }
  return value === null;
}

function joined(resource: StackResource, found: ReadonlyMap<string, Found>): References {
  const references = new Map(resource.references);
  for (const [path, { targets, complete }] of found) {
    const configured = references.get(path);
    references.set(path, complete || configured === undefined ? targets : new Set([...configured, ...targets]));
  }
  return references;
}
