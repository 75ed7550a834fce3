import { FirewallAppliance, type FirewallApplianceSettings } from '@iris-azure/appliance';
import { Compute, type ComputeSettings } from '@iris-azure/compute';
import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { type MirrorSettings } from '@iris-azure/mirror';
import {
  ExpressRouteCrossConnections,
  type INetwork,
  type IPrivateDnsZone,
  type IPublicIp,
  Network,
  type NetworkSettings,
} from '@iris-azure/network';
import { Security } from '@iris-azure/security';
import {
  CapacityReservationGroup,
  type HighAvailability,
  type IAdministrator,
  type MarketplaceImage,
} from '@iris-azure/server';
import { type DiskType } from '@iris-azure/sizing';
import { Construct } from 'constructs';
import { computeShare } from './capacity';
import { DisasterRecoveryMirror } from './dr-mirror';
import { NetworkPeering } from './network-peering';
import { TrafficManager } from './traffic-manager';
import { type PublicDnsZone, VanityRecord } from './vanity-record';

/** Choices for the second region. */
export interface DisasterRecoverySettings {
  /** Network of the second region, or one that exists there; its range apart from the primary region's. */
  readonly network: Omit<NetworkSettings, 'remoteMirrorRanges'> | INetwork;
  /**
   * Whether the two networks reach each other already, by a peering of their owner's or through hubs. Without that the
   * mirrors' members do not.
   *
   * @default false: they are peered here
   */
  readonly networksConnected?: boolean;
  /** Third-party firewalls, where they are the network's way out. @default none */
  readonly appliance?: FirewallApplianceSettings;
  /**
   * Share of the primary region's web, application and print servers that run all the time, 0 to 100, rounded up for each
   * tier. The others are made too, with the tag `iris-capacity: on-demand`: deallocate them after the deployment, and start
   * them in a disaster (docs/disaster-recovery.md). The DR members always run and always have full size.
   *
   * Deallocated servers cost nothing but their disks. With less than 100 percent Azure may be unable to start them when many
   * need the region at once: see {@link DisasterRecoverySettings.reserveCapacity}.
   */
  readonly capacityPercent: number;
  /**
   * Whether the capacity of all members and servers of the tiers is reserved, so that those which are off start for certain. They
   * then cost as much as if they ran. Azure reserves capacity in zones alone.
   *
   * @default false: Azure starts them if it has capacity
   */
  readonly reserveCapacity?: boolean;
  /** Public ranges for a first deployment, see `KeyVaultProps.deployerRanges`. @default none */
  readonly deployerRanges?: readonly string[];
  /** Zone in which the vault's private end point is registered. @default one of the vault's own, linked to the network */
  readonly privateDnsZone?: IPrivateDnsZone;
  /** Mirrors that have a DR async member here, by ids that never change, with their settings of the primary region. */
  readonly mirrors: Readonly<Record<string, MirrorSettings>>;
  /** Capacity of the primary region's tiers. */
  readonly compute: ComputeSettings;
  /** How servers are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Type of disks, see `ServerEnvironment.diskType`. @default Premium_LRS */
  readonly diskType?: DiskType;
  /** Path through the web end point that answers 200 only in the region where the mirrors' primaries are. */
  readonly statusPath: string;
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
 * The second region: network peered with the first, keys of its own, a DR async member of full size for each mirror, all servers
 * of the primary region's tiers, a chosen share of them running, and the DNS that moves users once the DR members have been
 * promoted.
 *
 * Members of a mirror compress and encrypt what they send each other by settings of InterSystems' instances, which are made
 * inside the machines.
 *
 * @seed S19, S20
 */
export class DisasterRecovery extends Construct {
  /** Network of the second region. */
  public readonly network: INetwork;
  /** Keys, certificate and identities of the second region. */
  public readonly security: Security;
  /** What it has of each mirror, by the ids that were given. */
  public readonly mirrors: Readonly<Record<string, DisasterRecoveryMirror>>;
  /** Its tiers, and its web end point. */
  public readonly compute: Compute;
  /** DNS that leads users to the region of the primaries. */
  public readonly trafficManager: TrafficManager;

  public constructor(scope: Construct, id: string, props: DisasterRecoveryProps) {
    super(scope, id);
    const { resourceGroup, primaryNetwork, image, administrator, highAvailability, diskType } = props;
    const { hostName } = props.compute;

    const network =
      'subnets' in props.network
        ? props.network
        : new Network(this, 'Network', {
            ...props.network,
            resourceGroup,
            remoteMirrorRanges: [primaryNetwork.subnets.data.addressRange],
          });
    if (!props.networksConnected) {
      new NetworkPeering(this, 'Peering', { primary: primaryNetwork, disasterRecovery: network });
    }
    if (primaryNetwork.expressRoute && network.expressRoute) {
      new ExpressRouteCrossConnections(this, 'ExpressRouteCrossConnections', {
        primary: primaryNetwork.expressRoute,
        disasterRecovery: network.expressRoute,
      });
    }
    const security = new Security(this, 'Security', {
      resourceGroup,
      network,
      hostName,
      deployerRanges: props.deployerRanges,
      privateDnsZone: props.privateDnsZone,
    });
    if (props.appliance && network.applianceSubnets) {
      new FirewallAppliance(this, 'FirewallAppliance', {
        ...props.appliance,
        resourceGroup,
        subnets: network.applianceSubnets,
        highAvailability,
        diskEncryption: security.diskEncryption,
        administrator,
      });
    }
    const capacityReservationGroup = props.reserveCapacity
      ? new CapacityReservationGroup(this, 'CapacityReservationGroup', { resourceGroup })
      : undefined;
    const servers = { resourceGroup, image, administrator, highAvailability, diskType, capacityReservationGroup };
    this.mirrors = Object.fromEntries(
      Object.entries(props.mirrors).map(([mirror, settings]) => [
        mirror,
        new DisasterRecoveryMirror(this, mirror, {
          ...servers,
          ...settings,
          subnet: network.subnets.data,
          diskEncryption: security.diskEncryption,
          identity: security.mirrorIdentity,
        }),
      ]),
    );
    this.compute = new Compute(this, 'Compute', {
      ...servers,
      ...refusingAt(this, () => computeShare(props.compute, props.capacityPercent)),
      network,
      security,
    });
    this.network = network;
    this.security = security;
    this.trafficManager = new TrafficManager(this, 'TrafficManager', {
      resourceGroup,
      hostName,
      statusPath: props.statusPath,
      primary: props.primaryWebEndpoint,
      disasterRecovery: this.compute.webEndpoint,
    });
    if (props.dnsZone) {
      const { dnsZone: zone } = props;
      new VanityRecord(this, 'VanityRecord', { resourceGroup, zone, hostName, trafficManager: this.trafficManager });
    }
  }
}
