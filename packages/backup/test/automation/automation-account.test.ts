import { synthesizedBackup } from '../test-backup';

const backup = synthesizedBackup();
const account = backup.only('azurerm_automation_account');

test('runbooks act under the identity of their account, which has no key and no public access', () => {
  expect(account.values).toMatchObject({
    local_authentication_enabled: false,
    public_network_access_enabled: false,
  });
  expect(account.block('identity')).toEqual({ type: 'SystemAssigned' });
});

test('runbooks may operate the servers of the named groups and back up by the vault, and nothing else', () => {
  expect(
    backup
      .resources('azurerm_role_assignment')
      .map(({ values }) => ({ role: values.role_definition_name, scope: values.scope })),
  ).toEqual([
    { role: 'Virtual Machine Contributor', scope: backup.at('ResourceGroup-mirror').reference('id') },
    { role: 'Backup Operator', scope: backup.at('Backup/Vault').reference('id') },
  ]);
});

test("roles are given to the account's own identity", () => {
  const principals = backup.resources('azurerm_role_assignment').map(({ values }) => values.principal_id);

  expect(new Set(principals)).toEqual(new Set([account.reference('identity[0].principal_id')]));
});
