import { StorageAccount, type StorageAccountProps } from '@iris-azure/storage';
import { synthesized, type SynthesizedStack, testNetwork, testResourceGroup } from '../../../test/support';

/** A storage account in a region whose network exists already. */
export function synthesizedAccount(props: Partial<StorageAccountProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new StorageAccount(stack, 'Account', {
      resourceGroup,
      part: 'backup',
      holds: 'backup',
      replication: 'RAGRS',
      ...props,
    });
  });
}

/** The same, reached from the network through blob and file end points. */
export function synthesizedPrivateAccount(): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new StorageAccount(stack, 'Account', {
      resourceGroup,
      part: 'backup',
      holds: 'backup',
      replication: 'RAGRS',
      privateAccess: { network: testNetwork(resourceGroup), zones: { blob: 'Own', file: 'Own' } },
    });
  });
}
