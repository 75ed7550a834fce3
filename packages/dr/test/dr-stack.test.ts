import { DrStack } from '@iris-azure/dr';
import { findRegion, IrisStack } from '@iris-azure/foundation';
import { App } from 'cdktf';
import {
  inTemporaryFolder,
  SynthesizedStack,
  testDeployment,
  testImage,
  testNetwork,
  testResourceGroup,
} from '../../../test/support';
import { capacity, primaryWebEndpoint } from './test-disaster-recovery';

test('the stack tells the record that the zone of the host name must hold', () => {
  const stack = inTemporaryFolder((outdir) => {
    const app = new App({ outdir, stackTraces: false });
    const primary = new IrisStack(app, 'network', { deployment: testDeployment });
    const dr = new DrStack(app, {
      deployment: testDeployment,
      region: findRegion('northeurope'),
      primaryNetwork: testNetwork(testResourceGroup(primary)),
      primaryWebEndpoint,
      network: { addressSpace: '10.20.8.0/21', access: { clients: 'Internet', administrators: [] } },
      capacityPercent: 50,
      highAvailability: 'availabilitySet',
      statusPath: '/csp/bin/mirror_status.cxw',
      mirrors: {},
      compute: capacity,
      image: testImage,
      administratorName: 'irisadmin',
    });
    app.synth();
    return SynthesizedStack.read(outdir, dr.node.id);
  });

  expect(stack.document['output']).toMatchObject({
    cname_record: {
      value: {
        name: 'trakcare.contoso.example',
        type: 'CNAME',
        target: stack.only('azurerm_traffic_manager_profile').reference('fqdn'),
      },
    },
  });
});
