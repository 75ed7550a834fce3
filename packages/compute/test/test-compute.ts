import { Compute, type ComputeProps } from '@iris-azure/compute';
import { Security } from '@iris-azure/security';
import {
  synthesized,
  type SynthesizedStack,
  testAdministrator,
  testImage,
  testNetwork,
  testResourceGroup,
} from '../../../test/support';

/** Three web, two application and two print servers in West Europe, with the given differences. */
export function synthesizedCompute(props: Partial<ComputeProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    const network = testNetwork(resourceGroup);
    const hostName = 'trakcare.contoso.example';
    new Compute(stack, 'Compute', {
      resourceGroup,
      network,
      security: new Security(stack, 'Security', { resourceGroup, network, hostName }),
      image: testImage,
      administrator: testAdministrator,
      highAvailability: 'availabilitySet',
      hostName,
      web: { count: 3, size: 'Standard_D4s_v5', healthPath: '/health' },
      application: { count: 2, size: 'Standard_E8s_v5' },
      print: { count: 2, size: 'Standard_D2s_v5' },
      ...props,
    });
  });
}
