import { type JsonObject } from './json';

/** Identities of a resource. */
export interface ResourceIdentity {
  readonly type: string;
  readonly principalId?: string;
  readonly tenantId?: string;
  /** User-assigned identities by id. */
  readonly userAssignedIdentities?: Readonly<Record<string, { principalId?: string; clientId?: string }>>;
}

/**
 * A resource as Resource Manager keeps it. What is a resource of its own below it (the subnets of a virtual network) is
 * kept apart, and shown in its properties when it is read.
 */
export interface Resource extends JsonObject {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Name of a region in lower case; nothing where resources of the type have no region. */
  readonly location?: string;
  readonly zones?: readonly string[];
  readonly properties: JsonObject;
}

/** Identities of a resource, if it has any. */
export function identityOf(resource: Resource): ResourceIdentity | undefined {
  return resource['identity'] as ResourceIdentity | undefined;
}
