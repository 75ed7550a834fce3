import { Server, type ServerProps } from '@iris-azure/server';
import {
  synthesized,
  type SynthesizedStack,
  testNetwork,
  testPlacement,
  testResourceGroup,
  testServerEnvironment,
} from '../../../test/support';

/** A journal disk, with the given differences. */
export const journal = { name: 'journal', volume: 'journal', lun: 2, sizeGib: 512, caching: 'None' } as const;

/** A server of the application subnet, with the given differences. */
export function synthesizedServer(props: Partial<ServerProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new Server(stack, 'Server', {
      ...testServerEnvironment(resourceGroup),
      name: 'print-0',
      size: 'Standard_D2s_v5',
      subnet: testNetwork(resourceGroup).subnets.application,
      placement: testPlacement,
      tags: { 'iris-role': 'print' },
      ...props,
    });
  });
}
