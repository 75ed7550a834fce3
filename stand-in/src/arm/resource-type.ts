import { type z } from 'zod';
import { type Azure } from '../azure';
import { type JsonObject } from './json';
import { type Resource } from './resource';

/** What a name must be. */
export interface NameRule {
  readonly pattern: RegExp;
  /** The rule in words, for the message. */
  readonly allowed: string;
}

/** An answer to an action (a POST on a resource): with status 202, of an operation that goes on. */
export interface ActionAnswer {
  readonly status: number;
  readonly body?: JsonObject;
}

/** What is read and written at a name below a resource, without being a resource itself. */
export interface Facet {
  read(resource: Resource): JsonObject;
  /** The resource with what is written, by an operation that the client polls. */
  write(resource: Resource, body: JsonObject): Resource;
}

/**
 * What the stand-in knows of one type of resource: shape of its body, what its service refuses and what it computes. All
 * else (existence of groups, parents and references, locks, operations, tags) is the same for all types, and done for them.
 */
export interface ResourceType {
  /** Azure's name, as in `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
  readonly name: NameRule;
  /** Shape of the body of a PUT, made by `bodyShape`: what it does not name is refused. */
  readonly shape: z.ZodType<JsonObject>;
  /**
   * Where resources of the type are: in a region that the body names, worldwide (`global`), or nowhere that would be said.
   *
   * @default in a region; nowhere for a type below another
   */
  readonly location?: 'region' | 'global' | 'none';
  /**
   * Whether resources of the type extend any other (role assignments, locks).
   *
   * @default they lie in a resource group
   */
  readonly extension?: boolean;
  /**
   * Whether what the body names may be in another region.
   *
   * @default it must be in the same region
   */
  readonly refersToOtherRegions?: boolean;
  /** Types of the resources that are shown, and may be written, in the properties, by the name of the property. */
  readonly children?: Readonly<Record<string, readonly ResourceType[]>>;
  /**
   * Status of the answer to the PUT that creates.
   *
   * @default 201
   */
  readonly createdStatus?: 200 | 201;
  /**
   * Whether every PUT is answered by 202: that it is accepted, and no more.
   *
   * @default by the status that says what it did
   */
  readonly accepted?: boolean;
  /**
   * Whether what the resource lies in comes and goes with it, and is shown by no service.
   *
   * @default it must be there before
   */
  readonly parentImplied?: boolean;
  /**
   * Requests that the service answers before their work is done: the client polls an operation.
   *
   * @default none: done when answered
   */
  readonly longRunning?: readonly ('put' | 'delete')[];
  /** Throws an ArmError for what the service refuses. The resource and its children are in the store, for the moment. */
  check?(resource: Resource, azure: Azure, previous: Resource | undefined): void;
  /** What the service adds when it writes: the resource as it is kept. */
  complete?(resource: Resource, azure: Azure, previous: Resource | undefined): Resource;
  /** Properties that the service computes anew for each read, such as who refers to the resource. */
  show?(resource: Resource, azure: Azure): JsonObject;
  /** Throws an ArmError where the service refuses to delete. */
  checkDelete?(resource: Resource, azure: Azure): void;
  /** What else a deletion does, after the resource and all in it are gone; all that is gone begins with the resource. */
  deleted?(resource: Resource, azure: Azure, removed: readonly Resource[]): void;
  /**
   * What a list at a scope holds, by the OData filter that is asked for.
   *
   * @default what lies directly in the scope
   */
  list?(scope: string, filter: string, azure: Azure): readonly Resource[];
  /** Facets by name, in lower case. */
  readonly facets?: Readonly<Record<string, Facet>>;
  /** Actions by name, in lower case. */
  readonly actions?: Readonly<Record<string, (resource: Resource, azure: Azure, body: JsonObject) => ActionAnswer>>;
}

/** Last part of a type's name: how an id names it. */
export function segmentOf({ type }: ResourceType): string {
  return type.slice(type.lastIndexOf('/') + 1);
}
