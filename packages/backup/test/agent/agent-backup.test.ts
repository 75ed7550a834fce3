import { AgentBackup, type AgentBackupProps, backupAgents } from '@iris-azure/backup';
import { synthesized, testIdentity, testNetwork, testResourceGroup } from '../../../../test/support';

const server = {
  id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-db-0',
  networkInterfaceId: '/nic',
  ipConfigurationName: 'internal',
};

function agentBackup(props: Partial<AgentBackupProps> = {}) {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new AgentBackup(stack, 'Backup', {
      resourceGroup,
      network: testNetwork(resourceGroup),
      agent: backupAgents.commvault,
      immutability: { days: 30 },
      servers: { MirrorPrimary: server },
      identities: { Mirror: testIdentity },
      ...props,
    });
  });
}

const stack = agentBackup();

test('long-term copies are in a container of immutable blobs, readable in the paired region', () => {
  expect(stack.only('azurerm_storage_account').values).toMatchObject({
    account_replication_type: 'RAGRS',
    public_network_access_enabled: false,
    tags: { 'iris-holds': 'backup' },
  });
  expect(stack.at('Backup/LongTerm/Immutability').values).toMatchObject({
    storage_container_resource_manager_id: stack.at('Backup/LongTerm').reference('id'),
    immutability_period_in_days: 30,
  });
});

test('they move from hot to cool, cold and archive', () => {
  expect(stack.only('azurerm_storage_management_policy').block('rule').actions).toMatchObject({
    base_blob: {
      tier_to_cool_after_days_since_modification_greater_than: 30,
      tier_to_cold_after_days_since_modification_greater_than: 90,
      tier_to_archive_after_days_since_modification_greater_than: 180,
    },
  });
});

test("the servers' identity writes to that container and to nothing else", () => {
  expect(stack.only('azurerm_role_assignment').values).toMatchObject({
    role_definition_name: 'Storage Blob Data Contributor',
    scope: stack.at('Backup/LongTerm').reference('id'),
    principal_id: testIdentity.principalId,
  });
});

test('the network reaches the account through a private end point, in a zone of its own', () => {
  expect(stack.only('azurerm_private_dns_zone').values).toMatchObject({ name: 'privatelink.blob.core.windows.net' });
  expect(stack.only('azurerm_private_endpoint').block('private_service_connection')).toMatchObject({
    subresource_names: ['blob'],
  });
});

test.each(Object.values(backupAgents))('$name is installed in the guest: nobody documents an extension', (agent) => {
  expect(agent).not.toHaveProperty('extension');
  expect(stack.resources('azurerm_virtual_machine_extension')).toHaveLength(0);
});

test("an extension of one's own is installed in each server", () => {
  const extension = {
    publisher: 'Contoso.Backup',
    type: 'Agent',
    typeHandlerVersion: '1.0',
    settings: { server: 'b' },
  };

  const extended = agentBackup({ agent: { name: 'Contoso', extension } });

  expect(extended.at('Backup/MirrorPrimaryAgent').values).toMatchObject({
    virtual_machine_id: server.id,
    publisher: 'Contoso.Backup',
    type: 'Agent',
    type_handler_version: '1.0',
    settings: '{"server":"b"}',
  });
});

test('copies may be deleted once they are no longer immutable', () => {
  const rule = agentBackup({ lifecycle: { deleteAfterDays: 30 } })
    .only('azurerm_storage_management_policy')
    .block('rule');

  expect(rule.actions).toMatchObject({ base_blob: { delete_after_days_since_modification_greater_than: 30 } });
});

test('fails to delete what is still immutable', () => {
  expect(() => agentBackup({ lifecycle: { deleteAfterDays: 29 } })).toThrow(
    /must not be deleted before they are no longer immutable, after 30 days, got 29; set lifecycle.deleteAfterDays/,
  );
});
