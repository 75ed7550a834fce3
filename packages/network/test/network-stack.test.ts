import { findRegion } from '@iris-azure/foundation';
import { NetworkStack } from '@iris-azure/network';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack, testDeployment } from '../../../test/support';

test('the network stack is the network of one region, in a resource group of its own', () => {
  const stack = inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    new NetworkStack(app, {
      deployment: testDeployment,
      region: findRegion('westeurope'),
      addressSpace: '10.20.0.0/21',
      access: { clients: 'Internet', administrators: [] },
    });
    app.synth();
    return SynthesizedStack.read(outdir, 'trakcare-test-network');
  });

  const group = stack.only('azurerm_resource_group');
  expect(group.values).toMatchObject({ name: 'rg-trakcare-test-weu-network', location: 'westeurope' });
  expect(stack.only('azurerm_virtual_network').values).toMatchObject({ resource_group_name: group.reference('name') });
});
