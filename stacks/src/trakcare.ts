import { type ComputeSettings, ComputeStack } from '@iris-azure/compute';
import { DrStack } from '@iris-azure/dr';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { type MirrorSettings, MirrorStack } from '@iris-azure/mirror';
import { NetworkStack } from '@iris-azure/network';
import { SecurityStack } from '@iris-azure/security';
import { type Construct } from 'constructs';
import { deploymentOf } from './deployment';

/**
 * Blueprint of TrakCare, after the second example of InterSystems' reference architecture: load-balanced web servers, ECP
 * application servers, two EPS print servers and one mirror in the primary region, disaster recovery in a second.
 *
 * Adds the stacks network, security, mirror, compute and dr, in the order in which they are deployed.
 */
export function addTrakCare(scope: Construct, environment: Environment): void {
  const { primary, disasterRecovery, access, image } = environment;
  const deployment = deploymentOf(environment);
  const administratorName = environment.administrator.userName;
  const mirror = mirrorSettings(environment);
  const tiers = computeSettings(environment);
  const inPrimary = { deployment, region: findRegion(primary.name) };

  const { network } = new NetworkStack(scope, {
    ...inPrimary,
    addressSpace: primary.addressSpace,
    access,
    remoteAddressSpaces: [disasterRecovery.addressSpace],
  });
  const { security } = new SecurityStack(scope, {
    ...inPrimary,
    network,
    hostName: environment.hostName,
    deployerRanges: access.deployers,
  });
  const inNetwork = { ...inPrimary, network, security, image, administratorName };
  const mirrorStack = new MirrorStack(scope, { ...inNetwork, ...mirror, arbiterSize: environment.mirror.arbiterSize });
  const computeStack = new ComputeStack(scope, { ...inNetwork, ...tiers });
  const drStack = new DrStack(scope, {
    deployment,
    region: findRegion(disasterRecovery.name),
    addressSpace: disasterRecovery.addressSpace,
    capacityPercent: disasterRecovery.capacityPercent,
    access,
    deployerRanges: access.deployers,
    mirror,
    compute: tiers,
    dnsZone: environment.dnsZone && {
      name: environment.dnsZone.name,
      resourceGroupName: environment.dnsZone.resourceGroup,
    },
    primaryNetwork: network,
    primaryWebEndpoint: computeStack.compute.webEndpoint,
    image,
    administratorName,
  });
  computeStack.addDependency(mirrorStack);
  drStack.addDependency(mirrorStack);
}

function mirrorSettings({ mirror }: Environment): MirrorSettings {
  return { mirrorName: mirror.name, size: mirror.size, volumes: mirror.volumes, statusPath: mirror.statusPath };
}

function computeSettings({ web, application, print, hostName }: Environment): ComputeSettings {
  return { web, application, print, hostName };
}
