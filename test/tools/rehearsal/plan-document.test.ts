import { changesOf, plannedAddresses } from '../../../tools/rehearsal/plan-document';

test('resources are counted in all modules, data sources not', () => {
  const resource = (address: string, mode = 'managed') => ({ address, mode });

  expect(
    plannedAddresses({
      planned_values: {
        root_module: {
          resources: [resource('azurerm_subnet.web'), resource('data.azurerm_client_config.me', 'data')],
          child_modules: [{ resources: [resource('module.prod.azurerm_subnet.db')] }],
        },
      },
    }),
  ).toEqual(['azurerm_subnet.web', 'module.prod.azurerm_subnet.db']);
  expect(plannedAddresses({})).toEqual([]);
});

test('what a plan would change is told, outputs too; reading and leaving alone are no change', () => {
  const change = (address: string, mode: string, ...actions: string[]) => ({ address, mode, change: { actions } });

  expect(
    changesOf({
      resource_changes: [
        change('azurerm_subnet.web', 'managed', 'no-op'),
        change('azurerm_subnet.db', 'managed', 'delete', 'create'),
        change('data.azurerm_client_config.me', 'data', 'read'),
      ],
      output_changes: { same: { actions: ['no-op'] }, other: { actions: ['update'] } },
    }),
  ).toEqual(['azurerm_subnet.db (delete, create)', 'output.other (update)']);
});
