import { Compute, type ComputeSettings } from '@iris-azure/compute';
import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { MirrorLoadBalancer, MirrorMember, type MirrorSettings } from '@iris-azure/mirror';
import { type INetwork, type IPublicIp, Network, type NetworkAccess } from '@iris-azure/network';
import { type ISecurity, Security } from '@iris-azure/security';
import { AvailabilitySet, type IAdministrator, type MarketplaceImage } from '@iris-azure/server';
import { Construct } from 'constructs';
import { computeShare } from './capacity';
import { NetworkPeering } from './network-peering';
import { TrafficManager } from './traffic-manager';
import { type PublicDnsZone, VanityRecord } from './vanity-record';

/** Choices for the second region. */
export interface DisasterRecoverySettings {
  /** Range of its network in CIDR notation, apart from the primary region's. */
  readonly addressSpace: string;
  /** Share of the primary region's servers that stand ready, 1 to 100; the DR member always has full size. */
  readonly capacityPercent: number;
  /** Who may reach the network from outside. */
  readonly access: NetworkAccess;
  /** Public ranges for a first deployment, see `KeyVaultProps.deployerRanges`. @default none */
  readonly deployerRanges?: readonly string[];
  /** Settings of the mirror, as in the primary region. */
  readonly mirror: MirrorSettings;
  /** Capacity of the primary region's tiers. */
  readonly compute: ComputeSettings;
  /** Public DNS zone for the host name. @default none: the record is made elsewhere */
  readonly dnsZone?: PublicDnsZone;
}

/** Properties of {@link DisasterRecovery}. */
export interface DisasterRecoveryProps extends DisasterRecoverySettings {
  /** Resource group of everything in the second region. */
  readonly resourceGroup: IResourceGroup;
  /** Network of the primary region. */
  readonly primaryNetwork: INetwork;
  /** Web end point of the primary region. */
  readonly primaryWebEndpoint: IPublicIp;
  /** Image from which the servers are made. */
  readonly image: MarketplaceImage;
  /** Who administers them. */
  readonly administrator: IAdministrator;
}

/**
 * The second region: network peered with the first, keys of its own, a DR async member of full size, servers at the chosen
 * share of capacity, and the DNS that moves users once the DR member has been promoted.
 */
export class DisasterRecovery extends Construct {
  public constructor(scope: Construct, id: string, props: DisasterRecoveryProps) {
    super(scope, id);
    const { resourceGroup, primaryNetwork, image, administrator } = props;
    const { hostName } = props.compute;

    const network = new Network(this, 'Network', {
      resourceGroup,
      addressSpace: props.addressSpace,
      access: props.access,
      remoteAddressSpaces: [primaryNetwork.addressSpace],
    });
    new NetworkPeering(this, 'Peering', { primary: primaryNetwork, disasterRecovery: network });
    const security = new Security(this, 'Security', {
      resourceGroup,
      network,
      hostName,
      deployerRanges: props.deployerRanges,
    });
    this.addMirrorMember(props, network, security);
    const compute = new Compute(this, 'Compute', {
      ...refusingAt(this, () => computeShare(props.compute, props.capacityPercent)),
      resourceGroup,
      network,
      security,
      image,
      administrator,
    });
    const trafficManager = new TrafficManager(this, 'TrafficManager', {
      resourceGroup,
      hostName,
      statusPath: props.mirror.statusPath,
      primary: props.primaryWebEndpoint,
      disasterRecovery: compute.webEndpoint,
    });
    if (props.dnsZone) {
      new VanityRecord(this, 'VanityRecord', { resourceGroup, zone: props.dnsZone, hostName, trafficManager });
    }
  }

  /**
   * The DR member is in an availability set from the start, since a machine can join one only when it is made: a second
   * failover member beside it, after a promotion, finds its place.
   */
  private addMirrorMember(props: DisasterRecoveryProps, network: INetwork, security: ISecurity): void {
    const { resourceGroup, image, administrator, mirror } = props;
    const subnet = network.subnets.data;
    const member = new MirrorMember(this, 'MirrorMember', {
      ...mirror,
      role: 'dr-async',
      resourceGroup,
      image,
      administrator,
      subnet,
      diskEncryption: security.diskEncryption,
      identity: security.mirrorIdentity,
      availabilitySet: new AvailabilitySet(this, 'AvailabilitySet', { resourceGroup, part: 'mirror' }),
    });
    new MirrorLoadBalancer(this, 'LoadBalancer', {
      resourceGroup,
      subnet,
      statusPath: mirror.statusPath,
      members: { DisasterRecovery: member },
    });
  }
}
