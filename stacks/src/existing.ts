import {
  type Deployment,
  type Environment,
  type ExistingNetworkValues,
  type ExistingZoneValues,
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
  /** Zone in which private end points of blobs are registered. */
  readonly blobZone?: IPrivateDnsZone | undefined;
  /** Zone in which private end points of files are registered. */
  readonly fileZone?: IPrivateDnsZone | undefined;
}

/** Refers to what an environment's file says exists. Nothing is made for it, in no stack. */
export function findExisting(scope: Construct, environment: Environment, deployment: Deployment): Existing {
  const { existing, primary, disasterRecovery } = environment;
  const { networks, vaultZone, blobZone, fileZone } = existing;
  if (!networks && !vaultZone && !blobZone && !fileZone) {
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
  const zone = (id: string, values: ExistingZoneValues | undefined) =>
    values && PrivateDnsZone.fromPrivateDnsZoneId(parent, id, values.id, { addLinks: values.addLinks });
  return {
    primaryNetwork: networks?.primary && network('PrimaryNetwork', networks.primary, primary),
    disasterRecoveryNetwork:
      networks?.disasterRecovery &&
      disasterRecovery &&
      network('DisasterRecoveryNetwork', networks.disasterRecovery, disasterRecovery),
    vaultZone: zone('VaultZone', vaultZone),
    blobZone: zone('BlobZone', blobZone),
    fileZone: zone('FileZone', fileZone),
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
