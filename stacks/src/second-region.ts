import { DrStack } from '@iris-azure/dr';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { type Existing } from './existing';
import { type PrimaryRegion } from './primary-region';
import { type Architecture, type SharedSettings } from './shared-settings';

/** Adds disaster recovery in a second region, where an environment has one. */
export function addSecondRegion(
  scope: Construct,
  environment: Environment,
  { mirrors }: Architecture,
  { deployment, servers, compute, reach }: SharedSettings,
  existing: Existing,
  { network, mirrors: mirrorStacks, compute: computeStack }: PrimaryRegion,
): DrStack | undefined {
  const { disasterRecovery, dnsZone } = environment;
  if (!disasterRecovery) {
    return undefined;
  }
  const stack = new DrStack(scope, {
    ...servers,
    deployment,
    region: findRegion(disasterRecovery.name),
    network: existing.disasterRecoveryNetwork ?? {
      ...reach,
      addressSpace: disasterRecovery.addressSpace,
      connectivity: environment.connectivity?.disasterRecovery,
      // One plan does for both regions.
      ddosProtection: network.ddosProtectionPlan ?? reach.ddosProtection,
    },
    networksConnected: environment.existing.networks?.connected,
    appliance: environment.perimeter.appliance,
    capacityPercent: disasterRecovery.capacityPercent,
    reserveCapacity: disasterRecovery.reserveCapacity,
    deployerRanges: environment.access.deployers,
    privateDnsZone: existing.vaultZone,
    mirrors,
    compute,
    statusPath: environment.statusPath ?? Object.values(mirrors)[0]?.statusPath ?? '',
    dnsZone: dnsZone && { name: dnsZone.name, resourceGroupName: dnsZone.resourceGroup },
    primaryNetwork: network,
    primaryWebEndpoint: computeStack.compute.webEndpoint,
  });
  for (const mirror of Object.values(mirrorStacks)) {
    stack.addDependency(mirror);
  }
  return stack;
}
