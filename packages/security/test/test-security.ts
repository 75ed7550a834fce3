import { Security, type SecurityProps } from '@iris-azure/security';
import { synthesized, type SynthesizedStack, testNetwork, testResourceGroup } from '../../../test/support';

/** Keys, certificate and identities of a region whose network exists already, and what a caller adds to them. */
export function synthesizedSecurity(
  props: Partial<SecurityProps> = {},
  extend: (security: Security) => void = () => undefined,
): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    extend(
      new Security(stack, 'Security', {
        resourceGroup,
        network: testNetwork(resourceGroup),
        hostName: 'trakcare.contoso.example',
        ...props,
      }),
    );
  });
}
