/** Any value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Stands in an attribute's place when its value is known only after apply. */
export interface Unknown {
  /** Always true. */
  readonly $unknown: true;
}

/** Resource keys by attribute path, such as `os_disk.0.disk_encryption_set_id`. */
export type PathIndex = Readonly<Record<string, readonly string[]>>;

/** One managed resource that will exist once every stack of the estate is applied. */
export interface EstateResource {
  /** `<stack>/<address>`, unique in the estate. */
  readonly key: string;
  /** The name of the stack that has it in its state. */
  readonly stack: string;
  /** Terraform's full address: module path and instance keys included. */
  readonly address: string;
  /** Terraform's type, such as `azurerm_managed_disk`. */
  readonly type: string;
  /** The name in the configuration, not that in Azure. */
  readonly name: string;
  /** Attributes by Terraform's names; nested blocks are always lists, maps stay objects. */
  readonly values: JsonObject;
  /** What this resource refers to: block indexes are in the path, indexes of plain lists are not. */
  readonly references: PathIndex;
  /** What refers to this resource, by the referrer's type, then by its path without any index. */
  readonly referrers: Readonly<Record<string, PathIndex>>;
}

/**
 * Everything that a set of stacks will consist of, in one document: what the policies see as `input`.
 *
 * Data sources and resources about to be deleted are not in it.
 */
export interface Estate {
  /** What kind of document this is. */
  readonly format: 'iris-azure/estate';
  /** The version of its form. */
  readonly version: 1;
  /** The names of the stacks, in the order in which they were read. */
  readonly stacks: readonly string[];
  /** By resource type, then by key. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, EstateResource>>>>;
}
