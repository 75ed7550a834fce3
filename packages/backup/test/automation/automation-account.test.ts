import { synthesizedBackup, testServer } from '../test-backup';

const backup = synthesizedBackup();
const account = backup.only('azurerm_automation_account');

test('runbooks act under the identity of their account, which has no key and no public access', () => {
  expect(account.values).toMatchObject({
    local_authentication_enabled: false,
    public_network_access_enabled: false,
  });
  expect(account.block('identity')).toEqual({ type: 'SystemAssigned' });
});

test('runbooks may run commands on the servers that they check and back up by the vault, and nothing else', () => {
  expect(
    backup
      .resources('azurerm_role_assignment')
      .map(({ values }) => ({ role: values.role_definition_name, scope: values.scope })),
  ).toEqual([
    { role: 'Virtual Machine Contributor', scope: testServer('db-1').id },
    { role: 'Backup Operator', scope: backup.at('Backup/Vault').reference('id') },
  ]);
});

test("roles are given to the account's own identity", () => {
  const principals = backup.resources('azurerm_role_assignment').map(({ values }) => values.principal_id);

  expect(new Set(principals)).toEqual(new Set([account.reference('identity[0].principal_id')]));
});

test('on-demand servers are started and deallocated where there are any, by a role on their group alone', () => {
  const withOnDemand = synthesizedBackup({ withOnDemand: true });

  expect(withOnDemand.at('Backup/AutomationAccount/OnDemandRole').values).toMatchObject({
    role_definition_name: 'Virtual Machine Contributor',
    scope: withOnDemand.at('ResourceGroup-dr').reference('id'),
  });
  expect(withOnDemand.at('Backup/ServerPower').values).toMatchObject({ name: 'Set-ServerPower' });
  expect(backup.resources('azurerm_automation_runbook').map(({ values }) => values.name)).not.toContain(
    'Set-ServerPower',
  );
});
