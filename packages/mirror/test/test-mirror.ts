import { type IResourceGroup } from '@iris-azure/foundation';
import { Mirror, type MirrorProps } from '@iris-azure/mirror';
import { type MirrorVolumes } from '@iris-azure/sizing';
import { type Construct } from 'constructs';
import {
  synthesized,
  type SynthesizedStack,
  testIdentity,
  testNetwork,
  testResourceGroup,
  testServerEnvironment,
} from '../../../test/support';

/** Volumes of a small production mirror. */
export const volumes: MirrorVolumes = {
  installation: { sizeGib: 64 },
  database: { sizeGib: 1024, disks: 4 },
  wij: { sizeGib: 128 },
  journal: { sizeGib: 512 },
  alternateJournal: { sizeGib: 256 },
};

/** A mirror in West Europe whose data subnet is 10.20.3.0/24, with the given differences. */
export function synthesizedMirror(props: Partial<MirrorProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    addMirror(stack, testResourceGroup(stack), props);
  });
}

/** Adds a mirror in the region of a resource group. */
export function addMirror(scope: Construct, resourceGroup: IResourceGroup, props: Partial<MirrorProps> = {}): void {
  new Mirror(scope, 'Mirror', {
    ...testServerEnvironment(resourceGroup),
    mirrorName: 'Trak',
    highAvailability: 'availabilitySet',
    size: 'Standard_E32ds_v5',
    arbiterSize: 'Standard_D2s_v5',
    volumes,
    statusPath: '/csp/bin/mirror_status.cxw',
    subnet: testNetwork(resourceGroup).subnets.data,
    identity: testIdentity,
    ...props,
  });
}
