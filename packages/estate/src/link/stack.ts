import type { EstateResource, JsonObject, JsonValue } from '../estate';

/** A value together with the keys of the resources it comes from. */
export interface Evaluated {
  /** The value, or the mark of an unknown one. */
  readonly value: JsonValue;
  /** Keys of the resources that it refers to. */
  readonly targets: readonly string[];
}

/** A resource before the estate is linked: its referrers are not known yet, and its references may gain from known ids. */
export interface StackResource extends Omit<EstateResource, 'references' | 'referrers'> {
  /** Keys of what it refers to, by path. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a stack keeps its state: a backend's type and its settings. */
export interface Backend {
  /** The backend type, such as `azurerm`. */
  readonly type: string;
  /** The settings of the backend. */
  readonly config: JsonObject;
}

/** A `terraform_remote_state` data source: how one stack names another. */
export interface RemoteState {
  /** The name of the data source. */
  readonly name: string;
  /** The backend that it reads; undefined when that is computed. */
  readonly backend: Backend | undefined;
}

/** One Terraform state's worth of resources, read from a configuration or from a plan. */
export interface Stack {
  /** Its name, unique in the estate. */
  readonly name: string;
  /** The file that it was read from. */
  readonly file: string;
  /** Unknown for a plan, which does not say where its state is. */
  readonly backend: Backend | undefined;
  /** The managed resources that will exist. */
  resources(): readonly StackResource[];
  /** An output of the root module; undefined when the stack has none of that name. */
  output(name: string): Evaluated | undefined;
}

/** Finds the stack that a remote state refers to; undefined when it is not part of the estate. */
export type FindStack = (remote: RemoteState) => Stack | undefined;
