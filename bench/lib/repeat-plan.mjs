const ADDRESS = /\bazurerm_[a-z0-9_]+\.[A-Za-z0-9_-]+/g;

/**
 * A plan with every resource of another plan several times over, under other names.
 *
 * Addresses are renamed in planned values, changes, configuration and references alike, so that each copy refers to
 * resources of its own copy only, as separate environments do.
 */
export function repeatPlan(plan, copies) {
  const addresses = new Set(plan.resource_changes.map((change) => change.address));
  const copiesOf = (entries) =>
    Array.from({ length: copies }, (_, copy) => entries.map((entry) => renamed(entry, `_${copy}`, addresses))).flat();
  return {
    ...plan,
    planned_values: {
      ...plan.planned_values,
      root_module: { resources: copiesOf(plan.planned_values.root_module.resources) },
    },
    resource_changes: copiesOf(plan.resource_changes),
    relevant_attributes: copiesOf(plan.relevant_attributes),
    configuration: {
      ...plan.configuration,
      root_module: { resources: copiesOf(plan.configuration.root_module.resources) },
    },
  };
}

function renamed(entry, suffix, addresses) {
  const copy = withAddresses(entry, (address) => (addresses.has(address) ? address + suffix : address));
  return typeof copy.name === 'string' ? { ...copy, name: copy.name + suffix } : copy;
}

function withAddresses(value, rename) {
  if (typeof value === 'string') return value.replace(ADDRESS, rename);
  if (Array.isArray(value)) return value.map((item) => withAddresses(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withAddresses(item, rename)]));
}
