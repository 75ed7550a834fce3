/** A plan in JSON, as far as a rehearsal reads it. */
export interface PlanDocument {
  readonly planned_values?: { readonly root_module?: PlanModule };
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, Change>>;
}

interface PlanModule {
  readonly resources?: readonly { readonly address: string; readonly mode: string }[];
  readonly child_modules?: readonly PlanModule[];
}

interface ResourceChange {
  readonly address: string;
  readonly mode: string;
  readonly change: Change;
}

interface Change {
  readonly actions: readonly string[];
}

/** Addresses of the resources that there are when the plan is applied. */
export function plannedAddresses({ planned_values: values }: PlanDocument): readonly string[] {
  return values?.root_module ? addressesIn(values.root_module) : [];
}

function addressesIn({ resources = [], child_modules: modules = [] }: PlanModule): readonly string[] {
  return [
    ...resources.filter(({ mode }) => mode === 'managed').map(({ address }) => address),
    ...modules.flatMap(addressesIn),
  ];
}

/** What the plan would change, each with what it would do: `azurerm_subnet.web (update)`. */
export function changesOf({ resource_changes: resources = [], output_changes: outputs = {} }: PlanDocument): string[] {
  return [
    ...resources.filter(({ mode }) => mode === 'managed'),
    ...Object.entries(outputs).map(([name, change]) => ({ address: `output.${name}`, change })),
  ]
    .filter(({ change }) => change.actions.some((action) => action !== 'no-op'))
    .map(({ address, change }) => `${address} (${change.actions.join(', ')})`);
}
