import { type Deployment, findRegion } from '@iris-azure/foundation';
import { StateStack, type StateStackProps, stateStorageOf } from '@iris-azure/storage';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../../test/support';

const deployment: Deployment = { workload: 'platform', organization: 'contoso', environment: 'shared', tags: {} };
const region = findRegion('westeurope');

function synthesizedState(props: Partial<StateStackProps> = {}): SynthesizedStack {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    const stack = new StateStack(app, {
      deployment,
      region,
      replication: 'RAGRS',
      deployerRanges: ['203.0.113.0/29'],
      deployers: { Platform: { objectId: '00000000-0000-0000-0000-000000000001', type: 'Group' } },
      ...props,
    });
    app.synth();
    return SynthesizedStack.read(outdir, stack.node.id);
  });
}

const stack = synthesizedState();
const account = stack.only('azurerm_storage_account');
const container = stack.only('azurerm_storage_container');

test('the account takes Entra ID tokens alone, from the ranges of those who deploy', () => {
  expect(account.values).toMatchObject({
    shared_access_key_enabled: false,
    account_replication_type: 'RAGRS',
    network_rules: { default_action: 'Deny', ip_rules: ['203.0.113.0/29'] },
  });
});

test('every state has its earlier versions, and comes back for 90 days', () => {
  expect(account.block('blob_properties')).toMatchObject({
    versioning_enabled: true,
    delete_retention_policy: { days: 90 },
  });
});

test('those who deploy read and write the container of states, and nothing else', () => {
  expect(stack.only('azurerm_role_assignment').values).toMatchObject({
    role_definition_name: 'Storage Blob Data Contributor',
    scope: container.reference('id'),
    principal_type: 'Group',
  });
});

test('a lock is put on last, so that it is the first to go', () => {
  expect(stack.only('azurerm_management_lock').values).toMatchObject({
    lock_level: 'CanNotDelete',
    scope: account.reference('id'),
    depends_on: [container.address, stack.only('azurerm_role_assignment').address],
  });
});

test('names are known before the storage is made', () => {
  const { resourceGroupName, storageAccountName, containerName } = stateStorageOf(deployment, region);

  expect(stack.only('azurerm_resource_group').values.name).toBe(resourceGroupName);
  expect(account.values.name).toBe(storageAccountName);
  expect(container.values.name).toBe(containerName);
});

test('its own state begins in a file and moves into the storage that it made', () => {
  const moved = synthesizedState({ keepsItsOwnState: true });

  expect(stack.document.terraform?.backend).toHaveProperty('local');
  expect(moved.document.terraform?.backend).toMatchObject({
    azurerm: {
      storage_account_name: account.values.name,
      container_name: 'tfstate',
      key: 'platform-shared-state.tfstate',
      use_azuread_auth: true,
    },
  });
});
