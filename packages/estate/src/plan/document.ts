import type { JsonObject, JsonValue } from '../estate';

/** The parts of `terraform show -json` output that an estate is made of. */
export interface PlanDocument {
  /** The version of the plan's form. */
  readonly format_version: string;
  /** Whether planning failed midway. */
  readonly errored?: boolean;
  /** What will be; only its outputs are read. */
  readonly planned_values?: { readonly outputs?: Readonly<Record<string, PlannedOutput>> };
  /** Every resource instance, unchanged ones included. */
  readonly resource_changes?: readonly ResourceChange[];
  /** The configuration as it is written: the source of references. */
  readonly configuration?: { readonly root_module?: ModuleConfiguration };
}

/** An output's value, where the plan knows it. */
export interface PlannedOutput {
  /** Whether the value must not be shown. */
  readonly sensitive?: boolean;
  /** The value. */
  readonly value?: JsonValue;
}

/** What the plan does to one resource instance. */
export interface ResourceChange {
  /** The full address, with module path and instance key. */
  readonly address: string;
  /** The address of the module instance; missing in the root module. */
  readonly module_address?: string;
  /** `managed` or `data`. */
  readonly mode: string;
  /** The resource's type. */
  readonly type: string;
  /** The resource's name. */
  readonly name: string;
  /** The instance key. */
  readonly index?: string | number;
  /** Set for an object that waits for its deletion. */
  readonly deposed?: string;
  /** The change itself. */
  readonly change: {
    readonly actions: readonly string[];
    readonly after?: JsonValue;
    readonly after_unknown?: JsonValue;
    readonly after_sensitive?: JsonValue;
  };
}

/** A module as it is written, without its instances. */
export interface ModuleConfiguration {
  /** Its resource and data blocks. */
  readonly resources?: readonly ResourceConfiguration[];
  /** Its outputs. */
  readonly outputs?: Readonly<Record<string, { readonly expression?: JsonValue }>>;
  /** Its calls of other modules, by name. */
  readonly module_calls?: Readonly<Record<string, ModuleCall>>;
}

/** A `module` block. */
export interface ModuleCall {
  /** The expressions of the module's inputs. */
  readonly expressions?: JsonObject;
  /** The expression of `for_each`, when it refers to anything. */
  readonly for_each_expression?: JsonValue;
  /** The module that is called. */
  readonly module?: ModuleConfiguration;
}

/** A `resource` or `data` block. */
export interface ResourceConfiguration {
  /** `managed` or `data`. */
  readonly mode: string;
  /** The resource's type. */
  readonly type: string;
  /** The resource's name. */
  readonly name: string;
  /** The expressions of the attributes, nested as blocks are. */
  readonly expressions?: JsonObject;
  /** The expression of `for_each`, when it refers to anything. */
  readonly for_each_expression?: JsonValue;
}

const REMAINS: ReadonlySet<string> = new Set(['create', 'no-op', 'update']);

/** Whether a change leaves a managed resource in place: not a data source, a deletion or a forgotten object. */
export function willExist({ mode, deposed, change }: ResourceChange): boolean {
  return mode === 'managed' && deposed === undefined && change.actions.some((action) => REMAINS.has(action));
}
