import { isObject, type JsonValue } from './json';
import { type Resource } from './resource';
import { ResourceId } from './resource-id';

interface Entry {
  readonly resource: Resource;
  /** Keys of all resources that its body names, itself aside. */
  readonly references: ReadonlySet<string>;
}

/**
 * The resources of a subscription, by id. A resource is never changed in place: a new one takes its place, so that what
 * was there before can be put back.
 */
export class Store {
  private entries = new Map<string, Entry>();

  /** All resources, in the order in which they were created. */
  public get all(): readonly Resource[] {
    return [...this.entries.values()].map(({ resource }) => resource);
  }

  /** A resource by its id. */
  public find(id: string | undefined): Resource | undefined {
    return id === undefined ? undefined : this.entries.get(id.toLowerCase())?.resource;
  }

  /** Puts a resource where one of its id was, or adds it. */
  public put(resource: Resource): void {
    const key = resource.id.toLowerCase();
    const references = new Set(referencesIn(resource).map((id) => id.key));
    references.delete(key);
    this.entries.set(key, { resource, references });
  }

  /** Removes a resource and all that lies in it, and returns them. */
  public remove(id: string): readonly Resource[] {
    const removed = this.within(id);
    for (const resource of removed) {
      this.entries.delete(resource.id.toLowerCase());
    }
    return removed;
  }

  /** A resource, if there is one, and all that lies in it. */
  public within(id: string): readonly Resource[] {
    const key = id.toLowerCase();
    return [...this.entries]
      .filter(([candidate]) => candidate === key || candidate.startsWith(`${key}/`))
      .map(([, { resource }]) => resource);
  }

  /** Resources of a type directly below another. */
  public children(parent: string, type: string): readonly Resource[] {
    const prefix = `${parent.toLowerCase()}/`;
    return this.ofType(type).filter(
      ({ id }) => id.toLowerCase().startsWith(prefix) && ResourceId.parse(id).parent?.key === parent.toLowerCase(),
    );
  }

  /** All resources of a type. */
  public ofType(type: string): readonly Resource[] {
    return this.all.filter((resource) => isOfType(resource, type));
  }

  /** Resources, of one type if one is named, whose bodies name a resource in order to use it. */
  public referrers(id: string, type?: string): readonly Resource[] {
    const key = id.toLowerCase();
    return [...this.entries.values()]
      .filter(({ references }) => references.has(key))
      .map(({ resource }) => resource)
      .filter((resource) => (type === undefined ? !watching.test(resource.type) : isOfType(resource, type)));
  }

  /** Does something to the store, all of it or, when it throws, nothing. */
  public transaction<Result>(work: () => Result): Result {
    const before = new Map(this.entries);
    try {
      return work();
    } catch (error) {
      this.entries = before;
      throw error;
    }
  }
}

/** Types whose resources name others only to watch them: what they name stays free, and may be deleted. */
const watching = /^microsoft\.(alertsmanagement|insights)\/|\/flowlogs$/i;

/** Whether a resource is of a type, whatever the casing. */
function isOfType(resource: Resource, type: string): boolean {
  return resource.type.toLowerCase() === type.toLowerCase();
}

/** Ids that a value names, as values or, as identities are, as names of an object. */
export function referencesIn(value: JsonValue | undefined): readonly ResourceId[] {
  if (typeof value === 'string') {
    const id = ResourceId.tryParse(value);
    return id ? [id] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue) => referencesIn(item));
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => [...referencesIn(name), ...referencesIn(member)])
    : [];
}
