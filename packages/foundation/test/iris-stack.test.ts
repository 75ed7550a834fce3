import { type Deployment, IrisStack } from '@iris-azure/foundation';
import { App, TerraformLocal, TerraformOutput } from 'cdktf';
import { inTemporaryFolder, synthesized, SynthesizedStack, testDeployment } from '../../../test/support';

test('a stack is named after workload, environment and part', () => {
  const name = inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    return new IrisStack(app, 'mirror', { deployment: testDeployment }).node.id;
  });

  expect(name).toBe('trakcare-test-mirror');
});

test('the provider block names no subscription, tenant or secret', () => {
  const stack = synthesized(() => undefined);

  expect(Object.keys(stack.provider).sort()).toEqual(['environment', 'features', 'storage_use_azuread']);
});

test('a destroyed vault is kept for recovery, and recovered when it is deployed again', () => {
  const stack = synthesized(() => undefined);

  expect(stack.provider.features).toMatchObject([
    { key_vault: [{ purge_soft_delete_on_destroy: false, recover_soft_deleted_key_vaults: true }] },
  ]);
});

test('storage is reached by Resource Manager and Entra ID, never by account keys', () => {
  const stack = synthesized(() => undefined);

  expect(stack.provider).toMatchObject({ storage_use_azuread: true });
  expect(stack.provider.features).toMatchObject([{ storage: [{ data_plane_available: false }] }]);
});

/** Two stacks of an environment, of which the second reads the first's state. */
function synthesizedPair(differences: Partial<Deployment>): SynthesizedStack {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    const deployment = { ...testDeployment, ...differences };
    const first = new IrisStack(app, 'network', { deployment });
    const second = new IrisStack(app, 'mirror', { deployment });
    second.addDependency(first);
    new TerraformOutput(second, 'First', { value: new TerraformLocal(first, 'Value', 'value').asString });
    app.synth();
    return SynthesizedStack.read(outdir, second.node.id);
  });
}

const state = {
  resourceGroupName: 'rg-contoso-state',
  storageAccountName: 'stcontosostate',
  containerName: 'tfstate',
};

test('the state is kept where the environment says, by Entra ID, each stack under its own name', () => {
  expect(synthesizedPair({ state }).document.terraform?.backend).toEqual({
    azurerm: {
      resource_group_name: 'rg-contoso-state',
      storage_account_name: 'stcontosostate',
      container_name: 'tfstate',
      key: 'trakcare-test-mirror.tfstate',
      environment: 'public',
      use_azuread_auth: true,
    },
  });
});

test('provider and state follow the cloud of the environment', () => {
  const { provider, document } = synthesizedPair({ state, cloud: 'usgovernment' });

  expect(provider).toMatchObject({ environment: 'usgovernment' });
  expect(document.terraform?.backend).toMatchObject({ azurerm: { environment: 'usgovernment' } });
});

test('without a place for the state it is a local file', () => {
  expect(Object.keys(synthesizedPair({}).document.terraform?.backend ?? {})).toEqual(['local']);
});
