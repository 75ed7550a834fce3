import { Security, type SecurityProps } from '@iris-azure/security';
import { synthesized, type SynthesizedStack, testNetwork, testResourceGroup } from '../../../test/support';

/** Keys, certificate and identities of a region whose network exists already. */
export function synthesizedSecurity(props: Partial<SecurityProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new Security(stack, 'Security', {
      resourceGroup,
      network: testNetwork(resourceGroup),
      hostName: 'trakcare.contoso.example',
      ...props,
    });
  });
}
