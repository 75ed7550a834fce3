import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { LocalNetworkGateway as AzurermLocalNetworkGateway } from '@cdktf/provider-azurerm/lib/local-network-gateway';
import { Construct } from 'constructs';
import { Address4 } from 'ip-address';
import { assertAsn } from './autonomous-system';

/** BGP of the VPN device of a site. */
export interface BgpPeer {
  /** Autonomous system number of the site, another than the gateway's. */
  readonly asn: number;
  /** Address of the device inside of the tunnel, which must not be its public one. */
  readonly peeringAddress: string;
}

/** The VPN device of a site, and what is behind it. */
export interface VpnDevice {
  /** Public IPv4 address of the device. A site with two devices is two sites. */
  readonly address: string;
  /** The device's BGP, which tells what is behind it and what no longer is. @default none: `addressRanges` says it */
  readonly bgp?: BgpPeer;
  /**
   * Ranges behind a device without BGP, in CIDR notation. Azure then goes on sending to a tunnel whose other side has
   * lost the way.
   *
   * @default none: BGP says it
   */
  readonly addressRanges?: readonly string[];
}

/** Properties of {@link LocalNetworkGateway}. */
export interface LocalNetworkGatewayProps extends VpnDevice {
  /** Resource group of the resource. */
  readonly resourceGroup: IResourceGroup;
  /** Name of the site, last part of the resource's name. */
  readonly site: string;
}

/** A VPN device on the other side, as Azure knows it. It costs nothing. */
export class LocalNetworkGateway extends Construct {
  private readonly resource: AzurermLocalNetworkGateway;

  public constructor(scope: Construct, id: string, props: LocalNetworkGatewayProps) {
    super(scope, id);
    const { resourceGroup, site, address, bgp, addressRanges = [] } = props;
    refusingAt(this, () => assertDevice(props));
    this.resource = new AzurermLocalNetworkGateway(this, 'Resource', {
      name: resourceGroup.nameOf('localNetworkGateway', site),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      gatewayAddress: address,
      addressSpace: bgp ? [`${bgp.peeringAddress}/32`] : [...addressRanges],
      bgpSettings: bgp && { asn: bgp.asn, bgpPeeringAddress: bgp.peeringAddress },
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id. */
  public get id(): string {
    return this.resource.id;
  }
}

function assertDevice({ site, address, bgp, addressRanges = [] }: LocalNetworkGatewayProps): void {
  if (!isAddress(address)) {
    throw new Refusal(
      `address of the VPN device of site '${site}' must be an IPv4 address, got '${address}'; set address`,
    );
  }
  if ((bgp === undefined) === (addressRanges.length === 0)) {
    throw new Refusal(
      `site '${site}' must have either bgp or at least one of addressRanges, got ${bgp ? 'both' : 'neither'}; ` +
        'set bgp where the device speaks it, and remove addressRanges',
    );
  }
  if (bgp) {
    assertAsn(bgp.asn, `site '${site}'`);
    if (!isAddress(bgp.peeringAddress) || bgp.peeringAddress === address) {
      throw new Refusal(
        `BGP peering address of site '${site}' must be an IPv4 address other than the device's public one, got ` +
          `'${bgp.peeringAddress}'; set bgp.peeringAddress to the address of the device's tunnel interface`,
      );
    }
  }
}

function isAddress(text: string): boolean {
  return !text.includes('/') && Address4.isValid(text);
}
