import type { JsonObject, JsonValue } from '../estate';

/** A value together with the keys of the resources it comes from. */
export interface Evaluated {
  readonly value: JsonValue;
  readonly targets: readonly string[];
}

/** A resource before the estate is linked: its referrers are not known yet. */
export interface StackResource {
  readonly key: string;
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a stack keeps its state: a backend's type and its settings. */
export interface Backend {
  readonly type: string;
  readonly config: JsonObject;
}

/** A `terraform_remote_state` data source: how one stack names another. */
export interface RemoteState {
  readonly name: string;
  readonly backend: Backend | undefined;
}

/** One Terraform state's worth of resources, read from a configuration or from a plan. */
export interface Stack {
  readonly name: string;
  readonly file: string;
  /** Unknown for a plan, which does not say where its state is. */
  readonly backend: Backend | undefined;
  resources(): readonly StackResource[];
  /** An output of the root module; undefined when the stack has none of that name. */
  output(name: string): Evaluated | undefined;
}

/** Finds the stack that a remote state refers to; undefined when it is not part of the estate. */
export type FindStack = (remote: RemoteState) => Stack | undefined;
