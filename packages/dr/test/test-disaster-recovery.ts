import { type ComputeSettings } from '@iris-azure/compute';
import { DisasterRecovery, type DisasterRecoveryProps } from '@iris-azure/dr';
import {
  synthesized,
  type SynthesizedStack,
  testAdministrator,
  testImage,
  testNetwork,
  testResourceGroup,
} from '../../../test/support';

/** Capacity of a primary region. */
export const capacity: ComputeSettings = {
  web: { count: 5, size: 'Standard_D4s_v5', healthPath: '/health' },
  application: { count: 4, size: 'Standard_E8s_v5' },
  print: { count: 8, size: 'Standard_D2s_v5' },
  hostName: 'trakcare.contoso.example',
};

/** Public address of a primary region that exists. */
export const primaryWebEndpoint = {
  id: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip',
};

/** North Europe as the second region of a TrakCare in West Europe, with the given differences. */
export function synthesizedDisasterRecovery(props: Partial<DisasterRecoveryProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    new DisasterRecovery(stack, 'Dr', {
      resourceGroup: testResourceGroup(stack, 'northeurope', 'dr'),
      primaryNetwork: testNetwork(testResourceGroup(stack, 'westeurope', 'network')),
      primaryWebEndpoint,
      network: { addressSpace: '10.20.8.0/21', access: { clients: 'Internet', administrators: [] } },
      capacityPercent: 50,
      highAvailability: 'availabilitySet',
      statusPath: '/csp/bin/mirror_status.cxw',
      mirrors: {
        Mirror: {
          mirrorName: 'TRAK',
          size: 'Standard_E32ds_v5',
          statusPath: '/csp/bin/mirror_status.cxw',
          volumes: {
            installation: { sizeGib: 64 },
            database: { sizeGib: 1024, disks: 4 },
            wij: { sizeGib: 128 },
            journal: { sizeGib: 512 },
            alternateJournal: { sizeGib: 512 },
          },
        },
      },
      compute: capacity,
      image: testImage,
      administrator: testAdministrator,
      ...props,
    });
  });
}
