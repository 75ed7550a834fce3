import { IrisStack } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { inTemporaryFolder, synthesized, testDeployment } from '../../../test/support';

test('a stack is named after workload, environment and part', () => {
  const name = inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    return new IrisStack(app, 'mirror', { deployment: testDeployment }).node.id;
  });

  expect(name).toBe('trakcare-test-mirror');
});

test('the provider block names no subscription, tenant or secret', () => {
  const stack = synthesized(() => undefined);

  expect(Object.keys(stack.provider).sort()).toEqual(['features', 'storage_use_azuread']);
});

test('a destroyed vault is kept for recovery, and recovered when it is deployed again', () => {
  const stack = synthesized(() => undefined);

  expect(stack.provider.features).toEqual([
    { key_vault: [{ purge_soft_delete_on_destroy: false, recover_soft_deleted_key_vaults: true }] },
  ]);
});

test('storage is reached by Entra ID, never by account keys', () => {
  const stack = synthesized(() => undefined);

  expect(stack.provider).toMatchObject({ storage_use_azuread: true });
});
