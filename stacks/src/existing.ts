import {
  type Deployment,
  type Environment,
  type ExistingNetworkValues,
  findRegion,
  stackName,
} from '@iris-azure/foundation';
import {
  type INetwork,
  type IPrivateDnsZone,
  type ISubnet,
  Network,
  PrivateDnsZone,
  Subnet,
  type TierName,
} from '@iris-azure/network';
import { Construct } from 'constructs';

/** What an environment finds and does not make. */
export interface Existing {
  /** Network of the primary region. */
  readonly primaryNetwork?: INetwork | undefined;
  /** Network of the second region. */
  readonly disasterRecoveryNetwork?: INetwork | undefined;
  /** Zone in which the vaults of both regions are registered. */
  readonly vaultZone?: IPrivateDnsZone | undefined;
}

/** Refers to what an environment's file says exists. Nothing is made for it, in no stack. */
export function findExisting(scope: Construct, environment: Environment, deployment: Deployment): Existing {
  const { existing, primary, disasterRecovery } = environment;
  const { networks, vaultZone } = existing;
  if (!networks && !vaultZone) {
    return {};
  }
  const parent = new Construct(scope, stackName(deployment, 'existing'));
  const network = (id: string, values: ExistingNetworkValues, place: Environment['primary']) =>
    Network.fromNetworkId(parent, id, values.id, {
      deployment,
      region: findRegion(place.name),
      addressSpace: place.addressSpace,
      egress: environment.perimeter.egress,
      subnets: subnetsOf(new Construct(parent, `${id}Subnets`), values),
    });
  return {
    primaryNetwork: networks?.primary && network('PrimaryNetwork', networks.primary, primary),
    disasterRecoveryNetwork:
      networks?.disasterRecovery &&
      disasterRecovery &&
      network('DisasterRecoveryNetwork', networks.disasterRecovery, disasterRecovery),
    vaultZone:
      vaultZone &&
      PrivateDnsZone.fromPrivateDnsZoneId(parent, 'VaultZone', vaultZone.id, { addLinks: vaultZone.addLinks }),
  };
}

function subnetsOf(scope: Construct, { id, subnets }: ExistingNetworkValues): Readonly<Record<TierName, ISubnet>> {
  const subnet = (tier: TierName) =>
    Subnet.fromSubnetId(scope, tier, `${id}/subnets/${subnets[tier].name}`, subnets[tier].addressRange);
  return {
    gateway: subnet('gateway'),
    web: subnet('web'),
    application: subnet('application'),
    data: subnet('data'),
    management: subnet('management'),
  };
}
