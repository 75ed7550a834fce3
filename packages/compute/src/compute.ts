import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import {
  type BackendTls,
  clientOrigins,
  type Clients,
  hostAddress,
  type INetwork,
  type IPublicIp,
  lastHostAddress,
  PublicIp,
} from '@iris-azure/network';
import { type ISecurity } from '@iris-azure/security';
import {
  type HighAvailability,
  type IAdministrator,
  type ICapacityReservationGroup,
  type MarketplaceImage,
} from '@iris-azure/server';
import { type DiskType } from '@iris-azure/sizing';
import { Construct } from 'constructs';
import { ApplicationGateway } from './application-gateway';
import { ServerTier, type TierCapacity } from './server-tier';
import { WebLoadBalancer } from './web-load-balancer';

/** Capacity of the tiers, and how the web tier is reached. */
export interface ComputeSettings {
  /** Web servers. */
  readonly web: TierCapacity & {
    /** Path that a web server in service answers with 200, over TLS. */
    readonly healthPath: string;
    /** How Application Gateway reaches them, see `ApplicationGatewayProps.backendTls`. @default endToEnd */
    readonly tls?: BackendTls;
  };
  /** ECP application servers. @default none: users' processes run on the mirror's members */
  readonly application?: TierCapacity;
  /** EPS print servers, ECP clients like the application servers. @default none */
  readonly print?: TierCapacity;
  /** Host name that users type. */
  readonly hostName: string;
  /**
   * Who the users are, as the network was told. Those of private ranges come by VPN or ExpressRoute: for them the gateway
   * listens on {@link Compute.privateWebAddress} too. Without any from the internet there is no external load balancer.
   *
   * @default Internet
   */
  readonly clients?: Clients;
}

/** Properties of {@link Compute}. */
export interface ComputeProps extends ComputeSettings {
  /** Resource group of all tiers. */
  readonly resourceGroup: IResourceGroup;
  /** Network of the region. */
  readonly network: INetwork;
  /** Keys, certificate and identities of the region. */
  readonly security: ISecurity;
  /** How the servers of a tier are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Type of disks, see `ServerEnvironment.diskType`. @default Premium_LRS */
  readonly diskType?: DiskType;
  /** Where their capacity is reserved, see `ServerEnvironment.capacityReservationGroup`. @default nowhere */
  readonly capacityReservationGroup?: ICapacityReservationGroup;
  /** Image from which the servers are made. */
  readonly image: MarketplaceImage;
  /** Who administers them. */
  readonly administrator: IAdministrator;
}

/** Host number of the internal load balancer in the web subnet, below those of the servers. */
const loadBalancerHost = 10;

/** Everything of one region that answers to users: web servers with their ways in, application servers, print servers. */
export class Compute extends Construct {
  /** Address of the region's Application Gateway, end point of Traffic Manager. */
  public readonly webEndpoint: IPublicIp;
  /** Address of the gateway for users who come by VPN or ExpressRoute, where some do: what their DNS must answer. */
  public readonly privateWebAddress: string | undefined;
  /** The tiers, by the names of their constructs. */
  public readonly tiers: Readonly<Record<'Web', ServerTier> & Partial<Record<'Application' | 'Print', ServerTier>>>;

  public constructor(scope: Construct, id: string, props: ComputeProps) {
    super(scope, id);
    const { resourceGroup, network, security, image, administrator, highAvailability, diskType } = props;
    const { subnets } = network;
    const shared = {
      resourceGroup,
      image,
      administrator,
      highAvailability,
      diskType,
      capacityReservationGroup: props.capacityReservationGroup,
      diskEncryption: security.diskEncryption,
      identity: security.serverIdentity,
    };
    const { healthPath, tls, ...webCapacity } = props.web;
    const origins = refusingAt(this, () => clientOrigins(props.clients ?? 'Internet'));
    const web = new ServerTier(this, 'Web', { ...shared, ...webCapacity, tier: 'web', subnet: subnets.web });
    const inApplicationSubnet = { ...shared, subnet: subnets.application };
    this.tiers = {
      Web: web,
      Application:
        props.application &&
        new ServerTier(this, 'Application', { ...inApplicationSubnet, ...props.application, tier: 'application' }),
      Print: props.print && new ServerTier(this, 'Print', { ...inApplicationSubnet, ...props.print, tier: 'print' }),
    };

    const { servers } = web;
    new WebLoadBalancer(this, 'InternalLoadBalancer', {
      resourceGroup,
      frontend: {
        kind: 'internal',
        subnet: subnets.web,
        address: hostAddress(subnets.web.addressRange, loadBalancerHost),
      },
      servers,
      healthPath,
    });
    // Behind a firewall, what a public load balancer lets in would be answered through the firewall, which knows nothing of it.
    if (origins.internet && network.egress === 'natGateway') {
      new WebLoadBalancer(this, 'ExternalLoadBalancer', {
        resourceGroup,
        frontend: { kind: 'external', publicIp: new PublicIp(this, 'WebPublicIp', { resourceGroup, part: 'web' }) },
        servers,
        healthPath,
      });
    }
    this.privateWebAddress = origins.privateNetwork ? lastHostAddress(subnets.gateway.addressRange) : undefined;
    this.webEndpoint = new PublicIp(this, 'GatewayPublicIp', {
      resourceGroup,
      part: 'gateway',
      domainNameLabel: resourceGroup.globalNameOf('applicationGateway'),
    });
    new ApplicationGateway(this, 'ApplicationGateway', {
      resourceGroup,
      subnet: subnets.gateway,
      publicIp: this.webEndpoint,
      privateAddress: this.privateWebAddress,
      backendTls: tls,
      hostName: props.hostName,
      backendAddresses: web.addresses,
      healthPath,
      certificate: security.webCertificate,
      identity: security.gatewayIdentity,
    });
  }
}
