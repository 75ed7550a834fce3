import { FirewallApplianceStack } from '@iris-azure/appliance';
import { ComputeStack } from '@iris-azure/compute';
import { type Environment, findRegion } from '@iris-azure/foundation';
import { MirrorStack } from '@iris-azure/mirror';
import { type INetwork, NetworkStack, planSubnets } from '@iris-azure/network';
import { SecurityStack } from '@iris-azure/security';
import { type Construct } from 'constructs';
import { type Existing } from './existing';
import { mapValues } from './map-values';
import { type Architecture, type SharedSettings } from './shared-settings';

/** Stacks of the primary region that every environment has, in the order in which they are deployed. */
export interface PrimaryRegion {
  /** Its network. */
  readonly network: INetwork;
  /** Its keys, certificate and identities. */
  readonly security: SecurityStack;
  /** Its third-party firewalls, where the environment has some. */
  readonly appliance: FirewallApplianceStack | undefined;
  /** Its mirrors, by the ids of the architecture. */
  readonly mirrors: Readonly<Record<string, MirrorStack>>;
  /** Its tiers. */
  readonly compute: ComputeStack;
}

/** Adds network, security, appliance where there is one, a stack for each mirror, and compute. */
export function addPrimaryRegion(
  scope: Construct,
  environment: Environment,
  architecture: Architecture,
  { deployment, servers, compute, reach }: SharedSettings,
  existing: Existing,
): PrimaryRegion {
  const { primary, disasterRecovery, access, highAvailability, perimeter } = environment;
  const inRegion = { deployment, region: findRegion(primary.name) };
  const network =
    existing.primaryNetwork ??
    new NetworkStack(scope, {
      ...inRegion,
      ...reach,
      addressSpace: primary.addressSpace,
      connectivity: environment.connectivity?.primary,
      fileShares: environment.backup?.online !== undefined,
      remoteMirrorRanges: disasterRecovery && [
        existing.disasterRecoveryNetwork?.subnets.data.addressRange ?? planSubnets(disasterRecovery.addressSpace).data,
      ],
    }).network;
  const securityStack = new SecurityStack(scope, {
    ...inRegion,
    deployerRanges: access.deployers,
    privateDnsZone: existing.vaultZone,
    network,
    hostName: environment.hostName,
  });
  const { security } = securityStack;
  const { applianceSubnets: subnets } = network;
  const appliance =
    perimeter.appliance &&
    subnets &&
    new FirewallApplianceStack(scope, {
      ...inRegion,
      ...perimeter.appliance,
      subnets,
      security,
      highAvailability,
      administratorName: servers.administratorName,
    });
  const inNetwork = { ...inRegion, ...servers, network, security };
  const mirrors = mapValues(architecture.mirrors, (mirror) => new MirrorStack(scope, { ...inNetwork, ...mirror }));
  const computeStack = new ComputeStack(scope, { ...inNetwork, ...compute });
  for (const mirror of Object.values(mirrors)) {
    if (appliance) {
      // Servers are made when they can reach their updates.
      mirror.addDependency(appliance);
    }
    computeStack.addDependency(mirror);
  }
  return { network, security: securityStack, appliance, mirrors, compute: computeStack };
}
