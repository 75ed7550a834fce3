import { KeyVault, ServiceKey } from '@iris-azure/security';
import { StorageAccount } from '@iris-azure/storage';
import { synthesized, testNetwork, testResourceGroup } from '../../../test/support';

const stack = synthesized((scope) => {
  const resourceGroup = testResourceGroup(scope);
  const keyVault = new KeyVault(scope, 'KeyVault', { resourceGroup, network: testNetwork(resourceGroup) });
  const encryption = new ServiceKey(scope, 'Encryption', { resourceGroup, keyVault, purpose: 'backup' });
  new StorageAccount(scope, 'Account', {
    resourceGroup,
    part: 'backup',
    holds: 'backup',
    replication: 'RAGRS',
    encryption,
  });
});

test('an account encrypts with a key of its own purpose and follows its rotation', () => {
  expect(stack.only('azurerm_key_vault_key').values).toMatchObject({ name: 'backup-encryption' });
  expect(stack.at('Account').block('customer_managed_key')).toMatchObject({
    key_vault_key_id: stack.at('Encryption/Key').reference('versionless_id'),
    user_assigned_identity_id: stack.at('Encryption/Identity').reference('id'),
  });
});

test('the account is made once its identity may use the key, and nothing else', () => {
  const role = stack.at('Encryption/Key/ServiceRole');

  expect(role.values).toMatchObject({
    role_definition_name: 'Key Vault Crypto Service Encryption User',
    principal_id: stack.at('Encryption/Identity').reference('principal_id'),
  });
  expect(stack.at('Account').values.depends_on).toEqual([role.address]);
});
