import type { JsonObject, JsonValue } from '../estate';

/** The parts of `terraform show -json` output that an estate is made of. */
export interface PlanDocument {
  readonly format_version: string;
  readonly errored?: boolean;
  readonly planned_values?: { readonly outputs?: { readonly [name: string]: PlannedOutput } };
  readonly resource_changes?: readonly ResourceChange[];
  readonly configuration?: { readonly root_module?: ModuleConfiguration };
}

/** An output's value, where the plan knows it. */
export interface PlannedOutput {
  readonly sensitive?: boolean;
  readonly value?: JsonValue;
}

/** What the plan does to one resource instance. */
export interface ResourceChange {
  readonly address: string;
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly deposed?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly after?: JsonValue;
    readonly after_unknown?: JsonValue;
    readonly after_sensitive?: JsonValue;
  };
}

/** A module as it is written, without its instances. */
export interface ModuleConfiguration {
  readonly resources?: readonly ResourceConfiguration[];
  readonly outputs?: { readonly [name: string]: { readonly expression?: JsonValue } };
  readonly module_calls?: { readonly [name: string]: ModuleCall };
}

/** A `module` block. */
export interface ModuleCall {
  readonly expressions?: JsonObject;
  readonly for_each_expression?: JsonValue;
  readonly module?: ModuleConfiguration;
}

/** A `resource` or `data` block. */
export interface ResourceConfiguration {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly expressions?: JsonObject;
  readonly for_each_expression?: JsonValue;
}

const REMAINS: ReadonlySet<string> = new Set(['create', 'no-op', 'update']);

/** Whether a change leaves a managed resource in place: not a data source, a deletion or a forgotten object. */
export function willExist({ mode, deposed, change }: ResourceChange): boolean {
  return mode === 'managed' && deposed === undefined && change.actions.some((action) => REMAINS.has(action));
}
