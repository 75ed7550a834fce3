import { Network, type NetworkProps } from '@iris-azure/network';
import { synthesized, type SynthesizedStack, testResourceGroup } from '../../../test/support';

/** A network with a mirror member in a second region, open to the internet and to administrators of one range. */
export function synthesizedNetwork(props: Partial<NetworkProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    new Network(stack, 'Network', {
      resourceGroup: testResourceGroup(stack),
      addressSpace: '10.20.0.0/21',
      access: { clients: 'Internet', administrators: ['10.250.0.0/24'] },
      remoteMirrorRanges: ['10.20.11.0/24'],
      ...props,
    });
  });
}
